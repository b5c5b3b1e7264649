package gazetteer

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// TestDefineAt reads the definition at the last 称 or 稱 of a text.
func TestDefineAt(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ in, before, terms, reason string }{
		{"上海市商务委员会（以下简称“商务委”）", "上海市商务委员会", "商务委", "the usual form"},
		{"上海市商務委員會（以下簡稱「商務委」）", "上海市商務委員會", "商務委", "in Taiwan's marks"},
		{"上海市商务委员会(下称“商务委”)", "上海市商务委员会", "商务委", "下称"},
		{"上海市商务委员会，以下简称商务委）", "上海市商务委员会", "商务委", "no marks, a comma"},
		{"上海市商务委员会（以下简称：\n“商务委”）", "上海市商务委员会", "商务委", "over a line break"},
		{"上海市商务委员会（简称为“商务委”或“市商委”）", "上海市商务委员会", "商务委|市商委", "two terms"},
		{"上海市商务委员会简称“商务委”", "", "", "no bracket opens"},
		{"各部门（以下统称“部门”）", "", "", "统称 is of many"},
		{"（以下简称“委”）", "", "", "one character is no term"},
		{"（以下简称“API平台”）", "", "", "letters are no name of a body"},
		{"（以下简称“商务委", "", "", "nothing closes the mark"},
		{"（以下简称“" + strings.Repeat("委", 21) + "”）", "", "", "longer than any term"},
		{"（以下简称", "", "", "the text ends"},
	} {
		t.Run(test.in, func(t *testing.T) {
			t.Parallel()
			end, spans := defineAt(test.in, max(strings.LastIndex(test.in, "称"), strings.LastIndex(test.in, "稱")))
			var terms []string
			for _, s := range spans {
				terms = append(terms, s.Of(test.in))
			}
			require.Equal(t, test.terms, strings.Join(terms, "|"), test.reason)
			if test.terms != "" {
				require.Equal(t, test.before, test.in[:end], test.reason)
			}
		})
	}
}

func TestForMany(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		text, body, term string
		want             bool
		reason           string
	}{
		{"市商务委、市财政局（以下简称“两部门”）", "市财政局", "两部门", true, "of both"},
		{"市商务委、市财政局（以下简称“财政局”）", "市财政局", "财政局", false, "made of this name's characters"},
		{"市財政局（以下简称“牵头部门”）", "市財政局", "牵头部门", false, "there is one body only"},
		{"市商务委和市財政局（以下简称“财局”）", "市財政局", "财局", false, "in the other script"},
	} {
		at := func(s string) offset.Span {
			i := strings.LastIndex(test.text, s)
			return offset.Span{Start: i, End: i + len(s)}
		}
		body := strings.Index(test.text, test.body)
		require.Equal(t, test.want, forMany(test.text, at(test.term), offset.Span{Start: body, End: body + len(test.body)}), test.reason)
	}
}

func TestNameStart(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ in, want, reason string }{
		{"为此，由市推进“一带一路”建设领导小组", "市推进“一带一路”建设领导小组", "over marks, without 由"},
		{"设立上海市某某委员会", "上海市某某委员会", "what leads to the name"},
		{"（上海市某某委员会", "上海市某某委员会", "a bracket that opens"},
		{"上海市（浦东、虹桥）某某委员会", "上海市（浦东、虹桥）某某委员会", "a comma in brackets"},
	} {
		require.Equal(t, test.want, test.in[nameStart(test.in, len(test.in)):], test.reason)
	}
	long := strings.Repeat("委", 61)
	require.Equal(t, -1, nameStart(long, len(long)), "too long for a name")
}
