package convert

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestDetect(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, in string
		want     Detection
		reason   string
	}{
		{"simplified", "国务院关于发展计划的通知", Detection{ScriptHans, 5, 0}, "国务关发计; 划 is also the Traditional word for rowing"},
		{"traditional", "國務院關於發展計劃的通知", Detection{ScriptHant, 0, 6}, "於 is a surname in Simplified"},
		{"hong kong", "説明書的內容與衞生有關", Detection{ScriptHant, 0, 5}, "forms of Hong Kong are Traditional"},
		{"leftovers", "我國今后對于“一帶一路”建設的規劃,云計算平臺", Detection{ScriptHant, 0, 8}, "后, 于 and 云 exist in both scripts"},
		{"one quotation", "國家發展和改革委員會發佈《关于》", Detection{ScriptHant, 1, 6}, "one Simplified character decides nothing"},
		{"half and half", "國家發展戰略，国家发展战略", Detection{ScriptMixed, 3, 3}, "both have several marks"},
		{"below a tenth", strings.Repeat("國家發展", 10) + "国发", Detection{ScriptHant, 2, 20}, "a rare second script is taken for leftovers"},
		{"above a tenth", strings.Repeat("國家發展", 8) + "国发", Detection{ScriptMixed, 2, 16}, "a tenth and more is not"},
		{"one character", "国", Detection{ScriptNone, 1, 0}, "one character decides nothing"},
		{"one word", "發展", Detection{ScriptNone, 0, 1}, "展 is the same in both"},
		{"one of each", "国國", Detection{ScriptNone, 1, 1}, "one against one decides nothing"},
		{"same in both", "上海市人民政府", Detection{ScriptNone, 0, 0}, "no character differs"},
		{"right in both", "皇后在台上干里云于后", Detection{ScriptNone, 0, 0}, "Simplified and also Traditional characters"},
		{"english", "Belt and Road", Detection{ScriptNone, 0, 0}, ""},
		{"empty", "", Detection{ScriptNone, 0, 0}, ""},
		{"broken", "国\xFF务\xE5\x9B", Detection{ScriptHans, 2, 0}, "bytes that are no UTF-8 are left out"},
		{"beyond the basic plane", "𠗣𪟝国务", Detection{ScriptHans, 2, 0}, "too rare to count"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, tt.want, Detect(tt.in), tt.reason)
		})
	}
}

func TestDetectionShare(t *testing.T) {
	t.Parallel()
	require.Zero(t, Detect("一二").Share(), "no marks")
	require.InDelta(t, 0.5, Detection{Hans: 3, Hant: 3}.Share(), 0)
	require.InDelta(t, 0.75, Detection{Hans: 1, Hant: 3}.Share(), 0)
	require.InDelta(t, 1, Detection{Hans: 5}.Share(), 0)
}

// No character may count for the wrong side: what OpenCC's own dictionaries
// write as Traditional is no mark of Simplified, and the other way round.
func TestDetectMarksOfOpenCC(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"STPhrases", "TWVariantsPhrases", "HKVariantsPhrases"} {
		foldDictionary(t, name, func(_, to string) {
			require.Zero(t, Detect(to).Hans, "%s is Traditional", to)
		})
	}
	wrong := map[string]bool{}
	foldDictionary(t, "TSPhrases", func(_, to string) {
		if Detect(to).Hant > 0 {
			wrong[to] = true
		}
	})
	require.Equal(t, map[string]bool{"不可赀計": true, "八濛山": true}, wrong, "a slip of OpenCC, and a name")
}

func TestDetectAllocations(t *testing.T) {
	text := strings.Repeat("國务院", 100)
	require.Zero(t, testing.AllocsPerRun(10, func() { Detect(text) }))
}

func TestScriptText(t *testing.T) {
	t.Parallel()
	for script, name := range map[Script]string{ScriptNone: "none", ScriptHans: "Hans", ScriptHant: "Hant", ScriptMixed: "mixed"} {
		require.Equal(t, name, script.String())
		text, err := script.MarshalText()
		require.NoError(t, err)
		require.Equal(t, name, string(text))
		var back Script
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, script, back)
	}
	require.Equal(t, "invalid", ScriptInvalid.String())
	require.Equal(t, "Script(9)", Script(9).String())
	for _, bad := range []Script{ScriptInvalid, 9} {
		_, err := bad.MarshalText()
		require.ErrorContains(t, err, "convert: no name for")
	}
	var s Script
	require.EqualError(t, s.UnmarshalText([]byte("invalid")), `convert: unknown script "invalid"`)
	require.EqualError(t, s.UnmarshalText([]byte("hans")), `convert: unknown script "hans"`)
}

func TestDetectionJSON(t *testing.T) {
	t.Parallel()
	data, err := json.Marshal(Detect("國務院"))
	require.NoError(t, err)
	require.JSONEq(t, `{"script":"Hant","hans":0,"hant":2}`, string(data))
	var back Detection
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, Detect("國務院"), back)
}

// FuzzDetect holds that the counts of two texts add up, and that nobody reads a
// character for both scripts.
func FuzzDetect(f *testing.F) {
	f.Add("國务院", "后\xFF")
	f.Fuzz(func(t *testing.T, a, b string) {
		left, right, both := Detect(a), Detect(b), Detect(a+"\n"+b)
		require.Equal(t, left.Hans+right.Hans, both.Hans)
		require.Equal(t, left.Hant+right.Hant, both.Hant)
		require.NotEqual(t, ScriptInvalid, both.Script)
		require.LessOrEqual(t, both.Share(), 1.0)
	})
}

func BenchmarkDetect(b *testing.B) {
	text := strings.Repeat("把服務國家「一帶一路」建設作為上海繼續當好改革開放排頭兵的新載體，", 300)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Detect(text)
	}
}
