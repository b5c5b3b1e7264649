package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/examples/internal/cli"
)

func matrixOf(t *testing.T, in string, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, run(args, strings.NewReader(in), &out, io.Discard))
	return out.String()
}

const small = "一、甲\n（一）乙。（责任单位：市科委、市教委）\n二、丙\n（二）丁。（责任单位：市科委）\n"

func TestEmbedded(t *testing.T) {
	t.Parallel()
	var m matrix
	require.NoError(t, json.Unmarshal([]byte(matrixOf(t, "", "-json")), &m))
	require.Len(t, m.Sections, 8)
	require.Equal(t, 190, m.Total)
	sum := 0
	for _, r := range m.Rows {
		sum += r.Total
	}
	require.Equal(t, m.Total, sum)
}

func TestFormats(t *testing.T) {
	t.Parallel()
	require.JSONEq(t, `{"sections":["一、甲","二、丙"],"rows":[{"department":"市科委","id":"市科委","counts":[1,1],"total":2},
		{"department":"市教委","id":"市教委","counts":[1,0],"total":1}],"total":3}`, matrixOf(t, small, "-json", "-"))
	rows, err := csv.NewReader(strings.NewReader(matrixOf(t, small, "-csv", "-"))).ReadAll()
	require.NoError(t, err)
	require.Equal(t, [][]string{{"department", "id", "一、甲", "二、丙", "total"}, {"市科委", "市科委", "1", "1", "2"}, {"市教委", "市教委", "1", "0", "1"}}, rows)
	require.Equal(t, " 1  一、甲\n 2  二、丙\n\n         1   2  合计\n市科委   1   1     2\n市教委   1   -     1\n合计     2   1     3\n", matrixOf(t, small, "-"))
}

func TestUsage(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"-csv", "-json"}, {"a", "b"}, {"-x"}} {
		err := run(args, nil, io.Discard, io.Discard)
		require.Equal(t, 2, cli.Status("matrix", err, io.Discard))
	}
}
