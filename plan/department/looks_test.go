package department

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLooksLike(t *testing.T) {
	t.Parallel()
	tests := []struct {
		want  Likeness
		names []string
	}{
		{Like, []string{
			"市水务局", "省发展改革委", "发展改革委", "市市场监管局", "市場監管廳", "上海海关", "复旦大学", "法规处", "农村金融处", "公用处", "团市委", "市委宣传部",
			"信用监督管理处", "政务服务和公共资源交易中心", "公积金中心", "哈密中院", "国网哈密供电公司", "人民银行济南分行", "人行上海总部", "市政府", "上港集团",
			"海关总署广东分署", "市推进信用建设工作领导小组办公室", "推进信用建设工作领导小组办公室", "省发展改革委（能源局）", "厅机关各处室（局）", "市直各有关部门（单位）",
			"各区政府", "各县（市、区）人民政府", "各市、县〔区〕市场监管局", "各有关单位", "相关处室", "相关区", "各区、县级市", "广州、深圳等市人民政府", "经济部", "國發會",
			"行政院及所屬各機關", "市 水\n务局", "城建档案馆", "各中介服务行业主管部门",
		}},
		{Doubtful, []string{"浦东新区", "闵行区", "上海航交所", "东航物流", "宝武股份", "航运保险中心"}},
		{Unlike, []string{
			"", "局", "促进发展", "下同", "地区", "组织", "以下简称方案", "优化市场布局", "全局", "内部", "西部地区", "含港澳台", "2023年12月底前", "试行", "见附件",
			"加强城市建设", "一网通办", "掌上办", "政务大厅", "好处", "社会", "进博会", "推动企业发展", "建设国际金融中心", "市商务委、市财政局", "《上海市方案》",
			"市商务委。", "完善的机构", "对外开放的大学", "示范区", "社区", "城市", "扩大开放，促进合作", "各地要加强领导", "a", "\xff\xfe",
		}},
	}
	for _, tt := range tests {
		for _, name := range tt.names {
			require.Equal(t, tt.want, LooksLike(name), "%q", name)
			require.Equal(t, LooksLike(name), LooksLike(foldName(name)), "%q folded", name)
		}
	}
}

func TestDefaultBodiesLookLikeNames(t *testing.T) {
	t.Parallel()
	for b := range Default().Bodies() {
		if b.ID == "银联国际" || b.ID == "联合国教科文组织" {
			continue // ends in no word for a body
		}
		require.NotEqual(t, Unlike, LooksLike(b.Hant), b.Hant)
	}
}

func TestIsGeneric(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"各区政府", "有关部门", "相關處室", "市直各单位", "各有关部门（单位）", "广州、深圳等市人民政府", "其他单位", "驻市各商业银行"} {
		require.True(t, IsGeneric(name), name)
	}
	for _, name := range []string{"市商务委", "市政府", "市直机关工委", "区政府", "本溪市商务局", "", "部门"} {
		require.False(t, IsGeneric(name), name)
	}
}

func TestNamesOfLikeness(t *testing.T) {
	t.Parallel()
	for l := LikenessInvalid; l <= Like; l++ {
		text, err := json.Marshal(l)
		require.NoError(t, err)
		var back Likeness
		require.NoError(t, json.Unmarshal(text, &back))
		require.Equal(t, l, back)
	}
	var l Likeness
	require.ErrorIs(t, l.UnmarshalText([]byte("x")), ErrName)
	require.Equal(t, "unlike", Unlike.String())
}

func FuzzLooksLike(f *testing.F) {
	for _, s := range []string{"市水务局", "各县（市、区）人民政府", "省发展改革委（能源局）", "以下简称", "\xff", "（）", "((局)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, name string) {
		l := LooksLike(name)
		require.Contains(t, []Likeness{Unlike, Doubtful, Like}, l)
		require.Equal(t, l, LooksLike("\n"+name+"　"), "blanks do not count")
	})
}
