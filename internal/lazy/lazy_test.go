package lazy_test

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/internal/lazy"
)

func TestGet(t *testing.T) {
	t.Parallel()
	var v lazy.Value[int]
	var wait sync.WaitGroup
	made := 0
	for range 20 {
		wait.Go(func() {
			require.Equal(t, 7, v.Get(func() int { made++; return 7 }))
		})
	}
	wait.Wait()
	require.Equal(t, 1, made)
}
