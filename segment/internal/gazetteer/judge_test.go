package gazetteer

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/plan/department"
	"github.com/qiaotoubao/fangan/segment/internal/words"
)

func engine(t *testing.T) words.Engine {
	t.Helper()
	c, err := words.New(words.Lists{}, true)
	require.NoError(t, err)
	return c
}

// TestRefuses gives the judge names in [], which it refuses where it must.
func TestRefuses(t *testing.T) {
	t.Parallel()
	j := judge{engine(t), department.Default()}
	for _, test := range []struct {
		in     string
		want   bool
		reason string
	}{
		{"由[市商务委]负责", false, "words end where the name does"},
		{"[市财政局]长会议", true, "局长 is a word"},
		{"[市教委]", false, "nothing around it"},
		{"[市政府]新闻办公室", true, "part of a longer name"},
		{"市行政审批和[政务服务局]", true, "和 goes through the name"},
		{"五[市市场监管局]", true, "a number before the level"},
		{"上海市[推进“一带一路”建设工作领导小组办公室]", true, "the nation's body behind a place"},
		{"国家[推进“一带一路”建设工作领导小组办公室]", false, "but not behind 国家"},
		{"[上海期货交易所]在境外", false, "所在 crosses it, but five characters come not together by chance"},
		{"[市政府]第三次会议", false, "a number is no part of any word"},
	} {
		from := strings.Index(test.in, "[")
		name := offset.Span{Start: from, End: strings.Index(test.in, "]") - 1}
		text := strings.NewReplacer("[", "", "]", "").Replace(test.in)
		require.Equal(t, test.want, j.refuses(text, name), "%s: %s", test.in, test.reason)
	}
}

// TestClause holds how far the characters go that touch a name.
func TestClause(t *testing.T) {
	t.Parallel()
	text := "，" + strings.Repeat("前", 20) + "市商务委第二" + "后。"
	at := strings.Index(text, "市")
	from, to := clause(text, offset.Span{Start: at, End: at + len("市商务委")})
	require.Equal(t, strings.Repeat("前", maxAround), text[from:at], "no further than words reach")
	require.Equal(t, "", text[at+len("市商务委"):to], "a number is no part of any word")
}
