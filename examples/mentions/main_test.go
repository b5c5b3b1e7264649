package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/examples/internal/cli/clitest"
	"github.com/qiaotoubao/fangan/seeds"
)

var program = clitest.Program{Name: "mentions", Run: run}

const text = "由市商務委按《港口条例》第三条第（二）、（四）项办理，\n报天津市商务委。"

func TestText(t *testing.T) {
	t.Parallel()
	out, errs, status := program.Call(text)
	require.Zero(t, status)
	require.Empty(t, errs)
	require.Equal(t, "3-15\t市商務委\t市商务委\n36-72\t第三条第（二）、（四）项\t《港口条例》 article 3 item 2 4\n"+
		"85-103\t天津市商务委\t天津市商务委?\n", out)
}

func TestJSON(t *testing.T) {
	t.Parallel()
	out, _, status := program.Call(text, "-json", "-")
	require.Zero(t, status)
	require.JSONEq(t, `{
		"departments": [
			{"text": "市商務委", "name": "市商务委", "id": "市商务委", "span": [3, 15]},
			{"text": "天津市商务委", "name": "天津市商务委", "id": "天津市商务委", "span": [85, 103], "unlisted": true}
		],
		"references": [{"text": "第三条第（二）、（四）项", "kind": "item", "numbers": [2, 4],
			"path": [["article", 3], ["item", 2]], "document": "港口条例", "span": [36, 72]}]
	}`, out)
	out, _, _ = program.Call("", "-json")
	require.JSONEq(t, `{"departments": [], "references": []}`, out)
}

func TestAnnotate(t *testing.T) {
	t.Parallel()
	out, _, status := program.Call(text, "-annotate")
	require.Zero(t, status)
	require.Equal(t, "由⟦市商務委|市商务委⟧按《港口条例》⟦第三条第（二）、（四）项|《港口条例》 article 3 item 2 4⟧办理，\n报⟦天津市商务委|天津市商务委?⟧。", out)
}

// Spans are of the file's bytes, also where these are no UTF-8.
func TestCharset(t *testing.T) {
	t.Parallel()
	gb := "\xca\xd0\xc9\xcc\xce\xf1\xce\xaf\xba\xcd\xc9\xcf\xba\xa3\xba\xa3\xb9\xd8\xb8\xba\xd4\xf0\xb7\xa2\xd5\xb9\xbc\xc6\xbb\xae\xa1\xa3"
	file := filepath.Join(t.TempDir(), "gb.txt")
	require.NoError(t, os.WriteFile(file, []byte(gb), 0o600))
	out, _, status := program.Call("", file)
	require.Zero(t, status)
	require.Equal(t, "0-8\t市商务委\t市商务委\n10-18\t上海海关\t上海海关\n", out)
}

func TestSeed(t *testing.T) {
	t.Parallel()
	file := seeds.Bridgehead().Text
	out, _, status := program.Call(file, "-json")
	require.Zero(t, status)
	var got struct {
		Departments []struct {
			Text, ID string
			Span     offset.Span
		}
	}
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	require.GreaterOrEqual(t, len(got.Departments), 190)
	for _, d := range got.Departments {
		require.Equal(t, d.Span.Of(file), d.Text, "a span is what the file has there")
	}
}

func TestErrors(t *testing.T) {
	t.Parallel()
	program.Refuses(t,
		clitest.Wrong{Name: "missing file", Args: []string{"missing.txt"}, Status: 1, Says: "mentions: missing.txt: no such file or directory\n"},
		clitest.Wrong{Name: "unknown flag", Args: []string{"-x"}, Status: 2, Says: "usage: mentions"},
		clitest.Wrong{Name: "two files", Args: []string{"a", "b"}, Status: 2, Says: "one file at most"},
		clitest.Wrong{Name: "two outputs", Args: []string{"-json", "-annotate"}, Status: 2, Says: "exclude each other"},
		clitest.Wrong{Name: "no text", In: strings.NewReader("\x00\x01\x02\x7fELF\x00\x00\x00\x00\x00\x00"), Status: 1, Says: "mentions: "},
	)
}
