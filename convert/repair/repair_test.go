package repair_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/repair"
)

func TestFix(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, in, want string
		kinds          []repair.Kind
		unsure         []string
	}{
		{"UTF-8 read as GBK", "涓婃捣", "上海", []repair.Kind{repair.Misread}, nil},
		{"within sound text", "推进（涓婃捣）建设", "推进（上海）建设", []repair.Kind{repair.Misread}, nil},
		{"UTF-8 read as Latin-1", "ä¸\u00adå\u009b½", "中国", []repair.Kind{repair.Misread}, nil},
		{"UTF-8 read as Windows-1252", "ä¸\u00adå›½", "中国", []repair.Kind{repair.Misread}, nil},
		{"twice", "Ã¤Â¸Â\u00adÃ¥Â›Â½", "中国", []repair.Kind{repair.Misread}, nil},
		{"twice, Windows-1252", "Ã¤Â¸Â\u00adÃ¥â€ºÂ½", "中国", []repair.Kind{repair.Misread}, nil},
		{"GBK read as Latin-1", "ÉÏº£ÊÐÈËÃñÕþ¸®", "上海市人民政府", []repair.Kind{repair.Misread}, nil},
		{"the last character lost a byte", "å\u008f£å²", "口å²", []repair.Kind{repair.Misread}, []string{"å²"}},
		{"U+FFFD", "上海\ufffd\ufffd总部", "上海\ufffd\ufffd总部", nil, []string{"\ufffd\ufffd"}},
		{"U+FFFD read as GBK", "上海锟斤拷锟斤拷总部", "上海锟斤拷锟斤拷总部", nil, []string{"锟斤拷锟斤拷"}},
		{"brackets", "沪府发?2017?6号文件", "沪府发〔2017〕6号文件", []repair.Kind{repair.Brackets, repair.Brackets}, nil},
		{"brackets, doubled", "沪府办发??2017??16号", "沪府办发〔2017〕16号", []repair.Kind{repair.Brackets, repair.Brackets}, nil},
		{"pinyin", "推動經濟發(fā)展", "推動經濟發展", []repair.Kind{repair.Pinyin}, nil},
		{"a gloss", "亳(bó)州市", "亳(bó)州市", nil, []string{"(bó)"}},
		{"zero width", "上\u200b海\u00ad市", "上海市", []repair.Kind{repair.Invisible, repair.Invisible}, nil},
		{"a joiner of an emoji", "👩\u200d💻上海", "👩\u200d💻上海", nil, nil},
		{"entities", "&ldquo;一带一路&rdquo;&#24314;设&nbsp;A&amp;B", "“一带一路”建设\u00a0A&B", []repair.Kind{repair.Entity, repair.Entity, repair.Entity, repair.Entity, repair.Entity}, nil},
		{"escaped twice", "甲&amp;mdash;乙", "甲—乙", []repair.Kind{repair.Entity}, nil},
		{"no entity", "AT&T;甲&乙", "AT&T;甲&乙", nil, nil},
		{"European letters", "São Paulo、Köln、café", "São Paulo、Köln、café", nil, nil},
		{"middle dots", "托马斯·巴赫×2±3°", "托马斯·巴赫×2±3°", nil, nil},
		{"question marks", "真的吗??是的??好吧?", "真的吗??是的??好吧?", nil, []string{"??", "??"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			res := repair.Fix(tt.in, nil)
			require.Equal(t, tt.want, res.Text, "%+v", res)
			var kinds []repair.Kind
			for _, e := range res.Edits {
				kinds = append(kinds, e.Kind)
			}
			require.Equal(t, tt.kinds, kinds)
			var unsure []string
			for _, e := range res.Unsure {
				unsure = append(unsure, e.From)
			}
			require.Equal(t, tt.unsure, unsure)
			checkResult(t, tt.in, &res)
		})
	}
}
