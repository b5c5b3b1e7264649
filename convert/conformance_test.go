package convert_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/internal/testcase"
)

func mustNew(t testing.TB, s convert.Scheme, opts *convert.Options) *convert.Converter {
	t.Helper()
	c, err := convert.New(s, opts)
	require.NoError(t, err)
	return c
}

// openccCases is the format of OpenCC's own test cases.
type openccCases struct {
	Cases []struct {
		ID, Input string
		Expected  map[convert.Scheme]string
	}
}

func TestOpenCCExpectations(t *testing.T) {
	t.Parallel()
	var data openccCases
	testcase.Conform(t, "opencc-testcases.json", &data)
	total, rare := 0, 0
	for _, tt := range data.Cases {
		for scheme, want := range tt.Expected {
			total++
			require.Equal(t, want, mustNew(t, scheme, nil).String(tt.Input), "%s %v %s", tt.ID, scheme, tt.Input)
			if mustNew(t, scheme, &convert.Options{NoRare: true}).String(tt.Input) != want {
				rare++
			}
		}
	}
	require.Equal(t, 543, total)
	require.Equal(t, 3, rare, "expectations that need rare characters")
}

func TestKnownComplaints(t *testing.T) {
	t.Parallel()
	var data []struct {
		Config           convert.Scheme
		Input, Want, Why string
	}
	testcase.Conform(t, "convert-cases.json", &data)
	for _, tt := range data {
		if strings.Contains(tt.Why, "Right by: plainly right by the language") {
			continue // the contextual mode's
		}
		opts := &convert.Options{NoRare: strings.Contains(tt.Why, "with the tofu-risk dictionary off")}
		require.Equal(t, tt.Want, mustNew(t, tt.Config, opts).String(tt.Input), tt.Why)
	}
}
