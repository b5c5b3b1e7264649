package department

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert"
)

func TestDefaultFile(t *testing.T) {
	t.Parallel()
	bodies, err := readBodies(bodiesFile)
	require.NoError(t, err)
	_, err = NewRegistry(bodies)
	require.NoError(t, err)
	require.Len(t, bodies, 88)
	require.Equal(t, len(bodies), Default().Len())
	for _, b := range bodies {
		require.NotEmpty(t, b.Full, b.Name)
		require.NotEqual(t, KindInvalid, b.Kind, b.Name)
		require.Equal(t, foldName(b.Name), foldName(b.Hant), "the two scripts of one name")
	}
}

func TestDefaultHasTheNotes(t *testing.T) {
	t.Parallel()
	n := 0
	for b := range Default().Bodies() {
		if b.ID == "中联部" {
			break
		}
		n++
	}
	require.Equal(t, 64, n, "the bodies of the notes come first")
}

func TestLookup(t *testing.T) {
	t.Parallel()
	tests := []struct{ in, want, reason string }{
		{"市商务委", "市商务委", "name"},
		{"市商務委", "市商务委", "Traditional"},
		{"上海市商务委员会", "市商务委", "full name"},
		{"上海市商務委員會", "市商务委", "full name in Traditional"},
		{"市发改委", "市发展改革委", "alias"},
		{"上海市发展和改革委", "市发展改革委", "spelling that only the rules know"},
		{"市教育局", "市教委", "the plan's own inconsistency"},
		{"市外事办公室", "市政府外办", "rule and alias together"},
		{"國家發展改革委", "", "another body than the city's"},
		{"发展改革委", "", "no level, no body"},
		{"国家卫生和计划生育委员会", "国家卫生计生委", "national"},
		{"上海WTO事务咨询中心", "上海WTO事务咨询中心", "letters"},
		{"上海ｗｔｏ事務諮詢中心", "上海WTO事务咨询中心", "full width, case"},
		{"中国(上海)自由贸易试验区管理委员会", "上海自贸试验区管委会", "half-width brackets"},
		{"復旦大學", "复旦大学", ""},
		{"国家推进\"一带一路\"建设工作领导小组办公室", "", "straight quotation marks are no Chinese ones"},
		{"上海 海\n关", "上海海关", "blanks and line breaks"},
		{"", "", ""},
		{"\xff", "", "invalid bytes"},
	}
	for _, tt := range tests {
		b, ok := Default().Lookup(tt.in)
		require.Equal(t, tt.want != "", ok, "%s: %s", tt.in, tt.reason)
		require.Equal(t, tt.want, b.ID, "%s: %s", tt.in, tt.reason)
	}
}

func TestEverySpellingIsFound(t *testing.T) {
	t.Parallel()
	toHant := hantOf(t)
	for b := range Default().Bodies() {
		for _, s := range b.spellings() {
			for _, s := range []string{s, toHant(s)} {
				require.Equal(t, b.ID, Default().ID(s, Scope{}), s)
				got, ok := Default().Lookup(s)
				require.True(t, ok, s)
				require.Equal(t, b, got)
			}
		}
	}
}

// hantOf spells text in Traditional script with the characters of the
// registry's own pairs.
func hantOf(t *testing.T) func(string) string {
	t.Helper()
	var pairs []string
	for b := range Default().Bodies() {
		hant := []rune(b.Hant)
		for i, r := range []rune(b.Name) {
			if hant[i] != r && convert.FoldRune(hant[i]) == convert.FoldRune(r) {
				pairs = append(pairs, string(r), string(hant[i]))
			}
		}
	}
	require.Greater(t, len(pairs), 100)
	return strings.NewReplacer(pairs...).Replace
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	tests := []struct{ in, place, want, reason string }{
		{"市教育局", "", "市教委", "place not known"},
		{"市教育局", "上海市", "市教委", "the body's own place"},
		{"市教育局", "上海", "市教委", "without its level word"},
		{"市教育局", "金华市", "市教育局", "another place's bureau"},
		{"上海市教委", "金华市", "市教委", "the name says the place"},
		{"机场集团", "广州市", "机场集团", ""},
		{"上海海关", "金华市", "上海海关", ""},
	}
	for _, tt := range tests {
		require.Equal(t, tt.want, Default().ID(tt.in, Scope{Place: tt.place}), tt.reason)
	}
}

func TestNewRegistry(t *testing.T) {
	t.Parallel()
	t.Run("own list", func(t *testing.T) {
		t.Parallel()
		in := []Body{{Name: "市水务局", Aliases: []string{"水务部门"}}, {ID: "x1", Name: "甲公司", Hant: "甲公司"}}
		r, err := NewRegistry(in)
		require.NoError(t, err)
		in[0].Aliases[0] = "changed"
		require.Equal(t, "市水务局", r.ID("水務部門", Scope{}), "the registry has copies")
		require.Equal(t, "x1", r.ID("甲公司", Scope{}))
		b, ok := r.Lookup("水务部门")
		require.True(t, ok)
		b.Aliases[0] = "changed"
		b, _ = r.Lookup("水务部门")
		require.Equal(t, "水务部门", b.Aliases[0], "what it gives are copies")
	})
	t.Run("empty", func(t *testing.T) {
		t.Parallel()
		r, err := NewRegistry(nil)
		require.NoError(t, err)
		require.Zero(t, r.Len())
		require.Equal(t, "市商务委", r.ID("市商务委员会", Scope{}))
	})
	t.Run("no name", func(t *testing.T) {
		t.Parallel()
		_, err := NewRegistry([]Body{{Name: "甲"}, {ID: "x", Name: " "}})
		require.ErrorIs(t, err, ErrNoName)
		require.ErrorContains(t, err, "department: body 1")
	})
	t.Run("one name, two bodies", func(t *testing.T) {
		t.Parallel()
		_, err := NewRegistry([]Body{{Name: "市教委"}, {Name: "市教育局", Aliases: []string{"市 教委"}}})
		require.ErrorIs(t, err, ErrDuplicate)
	})
	t.Run("an own spelling goes before a rule's", func(t *testing.T) {
		t.Parallel()
		r, err := NewRegistry([]Body{{ID: "a", Name: "市发改委"}, {ID: "b", Name: "市发展改革委"}})
		require.NoError(t, err)
		require.Equal(t, "a", r.ID("市发改委", Scope{}))
		require.Equal(t, "b", r.ID("市发展改革委", Scope{}))
		require.Equal(t, "b", r.ID("市发展和改革委", Scope{}))
	})
}

func TestDefaultIsSafeFromTheFirstCall(t *testing.T) {
	t.Parallel()
	var wg sync.WaitGroup
	for range 64 {
		wg.Go(func() {
			if id := Default().ID("上海市商務委員會", Scope{}); id != "市商务委" {
				t.Error(id)
			}
		})
	}
	wg.Wait()
}

func TestNamesOfKindsAndLevels(t *testing.T) {
	t.Parallel()
	for k := KindInvalid; k <= Other; k++ {
		text, err := json.Marshal(k)
		require.NoError(t, err)
		var back Kind
		require.NoError(t, json.Unmarshal(text, &back))
		require.Equal(t, k, back)
	}
	for l := LevelInvalid; l <= Township; l++ {
		text, err := json.Marshal(l)
		require.NoError(t, err)
		var back Level
		require.NoError(t, json.Unmarshal(text, &back))
		require.Equal(t, l, back)
	}
	require.Equal(t, "party-department", PartyDepartment.String())
	require.Equal(t, "township", Township.String())
	require.Equal(t, "Kind(200)", Kind(200).String())
	_, err := Kind(200).MarshalText()
	require.ErrorIs(t, err, ErrName)
	k := Bank
	require.ErrorIs(t, k.UnmarshalText([]byte("x")), ErrName)
	require.Equal(t, Bank, k)
}

func TestEveryKindIsInUse(t *testing.T) {
	t.Parallel()
	seen := map[Kind]bool{}
	for b := range Default().Bodies() {
		seen[b.Kind] = true
	}
	for k := KindInvalid + 1; k <= Other; k++ {
		require.True(t, seen[k], k)
	}
}
