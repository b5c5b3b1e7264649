package main

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/examples/internal/cli/clitest"
)

var program = clitest.Program{Name: "matrix", Run: run}

const small = "一、甲\n（一）乙。（责任单位：市科委、市教委）\n二、丙\n（二）丁。（责任单位：市科委）\n"

func TestEmbedded(t *testing.T) {
	t.Parallel()
	var m matrix
	require.NoError(t, json.Unmarshal([]byte(program.Output(t, "", "-json")), &m))
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
		{"department":"市教委","id":"市教委","counts":[1,0],"total":1}],"total":3}`, program.Output(t, small, "-json", "-"))
	rows, err := csv.NewReader(strings.NewReader(program.Output(t, small, "-csv", "-"))).ReadAll()
	require.NoError(t, err)
	require.Equal(t, [][]string{{"department", "id", "一、甲", "二、丙", "total"}, {"市科委", "市科委", "1", "1", "2"}, {"市教委", "市教委", "1", "0", "1"}}, rows)
	require.Equal(t, " 1  一、甲\n 2  二、丙\n\n         1   2  合计\n市科委   1   1     2\n市教委   1   -     1\n合计     2   1     3\n", program.Output(t, small, "-"))
}

func TestErrors(t *testing.T) {
	t.Parallel()
	program.Refuses(t,
		clitest.Wrong{Name: "two outputs", Args: []string{"-csv", "-json"}, Status: 2, Says: "one format at most"},
		clitest.Wrong{Name: "two files", Args: []string{"a", "b"}, Status: 2, Says: "one file"},
		clitest.Wrong{Name: "unknown flag", Args: []string{"-x"}, Status: 2, Says: "usage: matrix"},
		clitest.Wrong{Name: "missing file", Args: []string{"missing.txt"}, Status: 1, Says: "matrix: missing.txt: no such file or directory\n"},
		clitest.Wrong{Name: "no text", In: strings.NewReader("\x00\x01\x02\x7fELF\x00\x00\x00\x00\x00\x00"), Args: []string{"-"}, Status: 1, Says: "matrix: "},
	)
}
