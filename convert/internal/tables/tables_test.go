package tables_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/internal/tables"
)

// TestOpen opens every table of every configuration.
func TestOpen(t *testing.T) {
	t.Parallel()
	for name := range strings.FieldsSeq("s2t t2s s2tw tw2s s2twp tw2sp s2hk hk2s s2hkp hk2sp t2tw tw2t t2hk hk2t t2jp jp2t") {
		for _, noRare := range []bool{false, true} {
			p := tables.Open(name, noRare)
			require.NotNil(t, p, name)
			require.NotEmpty(t, p.Norm, "%s folds compatibility ideographs", name)
			require.NotEmpty(t, p.Chain, name)
			for _, tr := range append(p.Norm, p.Chain...) {
				require.NotNil(t, tr, name)
				require.Positive(t, tr.MaxKey(), name)
			}
			require.Len(t, p.Choices, len(p.Chain), name)
		}
	}
	require.Nil(t, tables.Open("s2x", false))
}
