package plan_test

import (
	"testing"

	"github.com/qiaotoubao/fangan/internal/testcase"
)

// golden compares got with the golden file of the name.
func golden(t *testing.T, name, got string) {
	t.Helper()
	testcase.Golden(t, "testdata/"+name+".golden", got)
}
