package plan_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestMeanings holds that a term stands for the name before its bracket, without the
// words that lead to it.
func TestMeanings(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ in, term, meaning string }{
		{"市林业局会同有关部门编制了《青山市护林指导清单》（以下简称《清单》），抓好落实。", "清单", "《青山市护林指导清单》"},
		{"落实《市政府关于贯彻〈护林条例〉的意见》\n（以下简称《意见》）要求。", "意见", "《市政府关于贯彻〈护林条例〉的意见》"},
		{"落实《市政府关于护林的意见》（青政发〔2022〕30 号，以下简称《意见》）要求。", "意见", "《市政府关于护林的意见》"},
		{"开展护林，就推进护林示范工程（简称“双百”工程）提出意见。", "“双百”工程", "护林示范工程"},
		{"全面推进决策、执行和结果公开（以下统称“三公开”）。", "三公开", "决策、执行和结果公开"},
		{"落实《青山市护林办法》（以下简称 《办法》）要求。", "办法", "《青山市护林办法》"},
		{"推进护林示范工程（简称“双百”和“三百”）。", "双百", "护林示范工程"},
		{"各区要及时办理，通过青山市护林信息系统（以下简称信息系统）填报。", "信息系统", "青山市护林信息系统"},
	} {
		p := parse(t, "一、任务\n（一）建设。"+tt.in+"（市科委负责）\n")
		require.Len(t, p.Terms, 1, tt.in)
		require.Equal(t, tt.term, p.Terms[0].Term)
		require.Equal(t, tt.meaning, p.Terms[0].Meaning)
	}
}

// TestMeaningBehindTerm holds that a term stands for nothing of the definition
// before it.
func TestMeaningBehindTerm(t *testing.T) {
	t.Parallel()
	p := parse(t, "一、任務\n（一）青山市政府（以下簡稱本府）為執行護林示範計畫（以下簡稱本計畫），加強統籌。\n")
	require.Len(t, p.Terms, 2)
	require.Equal(t, "青山市政府", p.Terms[0].Meaning)
	require.Equal(t, "護林示範計畫", p.Terms[1].Meaning)
}
