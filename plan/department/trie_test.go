package department

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// A trie of random names says what a map of them says.
func TestTrieIsAMap(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	alphabet := []rune("市省区局委商务a〇𠀀")
	name := func() string {
		runes := make([]rune, 1+random.IntN(5))
		for i := range runes {
			runes[i] = alphabet[random.IntN(len(alphabet))]
		}
		return string(runes)
	}
	want := map[string]int32{}
	var entries []entry
	for range 3000 {
		n := name()
		if _, ok := want[n]; !ok {
			want[n] = int32(len(entries))
			entries = append(entries, entry{n, want[n]})
		}
	}
	tr, err := newTrie(entries)
	require.NoError(t, err)
	for n, v := range want {
		got, ok := tr.get(n)
		require.True(t, ok, n)
		require.Equal(t, v, got)
	}
	for range 3000 {
		n := name()
		_, listed := want[n]
		_, ok := tr.get(n)
		require.Equal(t, listed, ok, n)
	}
}

func TestTrieReadsTextAsWritten(t *testing.T) {
	t.Parallel()
	tr, err := newTrie([]entry{{foldName("發展wto𠀀"), 7}, {"市", 8}})
	require.NoError(t, err)
	for _, s := range []string{"发展wto𠀀", "發展WTO𠀀", "發展ＷＴＯ𠀀"} {
		v, ok := tr.get(s)
		require.True(t, ok, s)
		require.EqualValues(t, 7, v)
	}
	for _, s := range []string{"", "发", "发展", "发展wto𠀀市", "\xff", "中"} {
		_, ok := tr.get(s)
		require.False(t, ok, s)
	}
	// Bytes that only look like a rune of the names have no symbol: overlong w,
	// half a rune, a surrogate.
	for _, s := range []string{"\xe0\x81\xb7", "\xe5\xb8", "\xed\xa0\x80"} {
		symbol, _ := tr.symbolAt(s, 0)
		require.Zero(t, symbol, "%x", s)
	}
}

func TestTrieRefusesTooManyCharacters(t *testing.T) {
	t.Parallel()
	var entries []entry
	for r := rune(0x20000); len(entries) < 1<<16; r++ {
		entries = append(entries, entry{string(r), int32(len(entries))})
	}
	_, err := newTrie(entries)
	require.ErrorIs(t, err, errAlphabet)
}

func TestOverlongBytesAreNoName(t *testing.T) {
	t.Parallel()
	m, err := NewMatcher(Default(), nil)
	require.NoError(t, err)
	require.Empty(t, mentions(t, m, "（\xe0\x81\x97TO事务咨询中心）"))
}

func TestNeighbours(t *testing.T) {
	t.Parallel()
	r, err := NewRegistry([]Body{{Name: "市商务委"}, {Name: "海关"}, {Name: "复旦大学"}, {Name: "人民银行上海总部"}, {Name: "市金融办"}})
	require.NoError(t, err)
	m, err := NewMatcher(r, &MatcherOptions{ListedOnly: true})
	require.NoError(t, err)
	tests := []struct {
		name  string
		left  []string
		right []string
		found bool
	}{
		{"市商务委", []string{"", "由", "会同", "请", "、", "（", "我", "及", "：\n", "研究"}, []string{"", "、", "）", "会同", "要", "负责", "等", "主任", "和", "提出", "所属"}, true},
		{"市商务委", []string{"各", "全", "上海", "广州", "天津\n", "县级", "城", "等", "呼和浩特"}, []string{"", "、", "要"}, false},
		{"市商务委", []string{"", "由"}, []string{"员会", "\n员会", "员", "办公室", "党组"}, false},
		{"海关", []string{"", "由", "支持", "、"}, []string{"", "、", "要", "等"}, true},
		{"海关", []string{"上海", "国家", "市", "省", "密切", "中国"}, []string{"", "、"}, false},
		{"海关", []string{"", "、"}, []string{"总署", "学院", "特殊监管区域", "系统"}, false},
		{"复旦大学", []string{"", "联合", "与", "在上海"}, []string{"", "共建", "等", "、"}, true},
		{"复旦大学", []string{"", "联合"}, []string{"生", "附属中学", "管理学院", "城"}, false},
		{"人民银行上海总部", []string{"", "由", "会同"}, []string{"", "牵头"}, true},
		{"人民银行上海总部", []string{"中国"}, []string{"", "牵头"}, false},
		{"市金融办", []string{"", "由"}, []string{"公室", "事处", "理"}, false},
	}
	for _, tt := range tests {
		for _, left := range tt.left {
			for _, right := range tt.right {
				text := left + tt.name + right
				t.Run(fmt.Sprintf("%q", text), func(t *testing.T) {
					t.Parallel()
					found := false
					for _, x := range mentions(t, m, text) {
						found = found || x.Text == tt.name
					}
					require.Equal(t, tt.found, found)
				})
			}
		}
	}
}
