package index

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/plan/reference"
)

// TestUnitsOf holds which items a reference in a query means.
func TestUnitsOf(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		in     string
		want   unitReference
		reason string
	}{
		{"第十二项", unitReference{numbers: []int{12}}, "an item"},
		{"第三条至第五条", unitReference{numbers: []int{3, 4, 5}}, "a range"},
		{"第三条第二款", unitReference{numbers: []int{3}}, "what is below an article means the article"},
		{"第三部分第（二）项", unitReference{numbers: []int{2}, section: 3}, "in one section"},
		{"第三部分", unitReference{numbers: []int{3}, whole: true}, "all items of a section"},
	} {
		t.Run(test.in, func(t *testing.T) {
			t.Parallel()
			for r := range reference.Find("按照" + test.in) {
				got, ok := unitsOf(r)
				require.True(t, ok, test.reason)
				require.Equal(t, test.want, got, test.reason)
				return
			}
			require.Fail(t, "no reference")
		})
	}
	for r := range reference.Find("按照附件2") {
		_, ok := unitsOf(r)
		require.False(t, ok, "an attachment is no item")
	}
}
