package department

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func TestCanonical(t *testing.T) {
	t.Parallel()
	tests := []struct{ in, want string }{
		// one body, many spellings
		{"市发改委", "市发展改革委"},
		{"市发展改革委", "市发展改革委"},
		{"市发展和改革委员会", "市发展改革委"},
		{"市發展改革委", "市发展改革委"},
		{"市 发展改\n革委", "市发展改革委"},
		{"国家发改委", "国家发展改革委"},
		{"國家發展和改革委員會", "国家发展改革委"},
		{"省工信厅", "省工业和信息化厅"},
		{"省工業和信息化廳", "省工业和信息化厅"},
		{"省经信厅", "省经济信息化厅"},
		{"市人社局", "市人力资源社会保障局"},
		{"市人力资源和社会保障局", "市人力资源社会保障局"},
		{"市住建局", "市住房城乡建设局"},
		{"市住房和城乡建设局", "市住房城乡建设局"},
		{"市卫健委", "市卫生健康委"},
		{"市卫生健康委员会", "市卫生健康委"},
		{"县农委", "县农业农村委"},
		{"省林草局", "省林业草原局"},
		{"省人防办", "省人防办"},
		{"省人民防空办公室", "省人防办"},
		{"市消防救援支队", "市消防支队"},
		{"市国有资产监督管理委员会", "市国资委"},
		{"市工商业联合会", "市工商联"},
		{"市人民政府办公室", "市政府办公室"},
		{"省人民政府办公厅", "省政府办公厅"},
		{"市政府外事办公室", "市外办"},
		{"市人民检察院", "市检察院"},
		// 市 that begins the body, and 市 that stands before it
		{"市场监管局", "市场监管局"},
		{"市市场监管局", "市市场监管局"},
		{"市市场监督管理局", "市市场监管局"},
		{"市市监局", "市市场监管局"},
		{"市监局", "市场监管局"},
		{"市民政局", "市民政局"},
		{"市政务服务局", "市政务服务局"},
		{"市市政公用集团", "市市政公用集团"},
		// levels
		{"区发改委", "区发展改革委"},
		{"州商务局", "州商务局"},
		{"自治区发改委", "自治区发展改革委"},
		{"广西壮族自治区发改委", "广西壮族自治区发展改革委"},
		{"街道政府", "街道政府"},
		{"浦东新区财政局", "浦东新区财政局"},
		// places stay
		{"上海市商务委员会", "上海市商务委"},
		{"广州市商务局", "广州市商务局"},
		{"上海海关", "上海海关"},
		{"中华人民共和国上海海关", "上海海关"},
		{"国家税务总局上海市税务局", "上海市税务局"},
		{"中国证券监督管理委员会上海监管局", "上海证监局"},
		{"银保监会上海监管局", "上海银保监局"},
		{"人行济南分行", "人民银行济南分行"},
		{"中国人民银行济南分行", "人民银行济南分行"},
		{"国家外汇管理局上海市分局", "外汇管理局上海市分局"},
		// the nation's own
		{"人行", "人民银行"},
		{"中国人民银行", "人民银行"},
		{"财政部", "财政部"},
		{"国家科技部", "科技部"},
		{"科学技术部", "科技部"},
		{"证监会", "证监会"},
		{"国务院国有资产监督管理委员会", "国务院国资委"},
		// Party bodies
		{"市委组织部", "市委组织部"},
		{"中国共产党上海市委员会组织部", "上海市委组织部"},
		{"中共上海市委宣传部", "上海市委宣传部"},
		{"自治区党委宣传部", "自治区党委宣传部"},
		{"市网信办", "市委网信办"},
		{"市委网络安全和信息化委员会办公室", "市委网信办"},
		{"省委编办", "省委编办"},
		{"省委机构编制委员会办公室", "省委编办"},
		{"团市委", "团市委"},
		{"共青团市委员会", "团市委"},
		{"共青团广州市委员会", "共青团广州市委"},
		// Taiwan
		{"經濟部", "经济部"},
		{"國發會", "国家发展委员会"},
		{"國家發展委員會", "国家发展委员会"},
		// brackets, width, names that no rule knows
		{"省发改委(能源局)", "省发展改革委（能源局）"},
		{"省发展改革委（能源局）", "省发展改革委（能源局）"},
		{"中国（上海）自由贸易试验区管理委员会", "中国（上海）自由贸易试验区管委会"},
		{"上海WTO事务咨询中心", "上海WTO事务咨询中心"},
		{"上海ＷＴＯ事務諮詢中心", "上海WTO事务咨询中心"},
		{"市场监管厅标准化处", "市场监管厅标准化处"},
		{"市推进信用建设委员会", "市推进信用建设委"},
		{"各县（市、区）人民政府", "各县（市、区）政府"},
		{"各有关部门（单位）", "各有关部门（单位）"},
		{"", ""},
		{" \n", ""},
	}
	for _, tt := range tests {
		t.Run(tt.in, func(t *testing.T) {
			t.Parallel()
			got := Canonical(tt.in, Scope{})
			require.Equal(t, tt.want, got)
			require.Equal(t, got, Canonical(got, Scope{}), "an id is its own id")
		})
	}
}

func TestCanonicalKeepsBodiesApart(t *testing.T) {
	t.Parallel()
	names := []string{
		"发展改革委", "国家发展改革委", "省发展改革委", "市发展改革委", "区发展改革委", "县发展改革委", "上海市发展改革委", "市发展改革局",
		"省工信厅", "省经信厅", "市教育局", "市教委", "市地方金融监管局", "上海金融监管局", "市金融办", "市委金融办",
		"市财政局", "市审计局", "市商务局", "市商务委", "市场监管局", "市市场监管局", "省发展改革委（能源局）",
	}
	seen := map[string]string{}
	for _, n := range names {
		id := Canonical(n, Scope{})
		require.Empty(t, seen[id], "%s and %s are both %s", seen[id], n, id)
		seen[id] = n
	}
}

func TestScope(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		list  string
		scope Scope
		want  string
	}{
		{"said once", "省商务厅、发展改革委、科技厅", Scope{}, "省商务厅、省发展改革委、省科技厅"},
		{"both 市 stay", "市司法局、市场监管局、人社局", Scope{}, "市司法局、市市场监管局、市人力资源社会保障局"},
		{"Party", "省委宣传部、组织部、发展改革委", Scope{}, "省委宣传部、省委组织部、省发展改革委"},
		{"autonomous region", "自治区市场监管局、发改委、科技厅", Scope{}, "自治区市场监管局、自治区发展改革委、自治区科技厅"},
		{"place", "广州市商务局、财政局", Scope{}, "广州市商务局、广州市财政局"},
		{"associations", "省商务厅、贸促会、工商联", Scope{}, "省商务厅、省贸促会、省工商联"},
		{"no city has a 厅", "市发展改革委、财政厅", Scope{}, "市发展改革委、财政厅"},
		{"ministries and branches have no level", "省商务厅、财政部、上海海关、海关、人民银行", Scope{}, "省商务厅、财政部、上海海关、海关、人民银行"},
		{"general names inherit nothing", "省商务厅、各地级以上市人民政府、有关部门", Scope{}, "省商务厅、各地级以上市政府、有关部门"},
		{"goes on behind them", "省商务厅、各市人民政府、财政厅", Scope{}, "省商务厅、各市政府、省财政厅"},
		{"units of one house", "办公室、法规处、审批处", Scope{Prefix: "省"}, "办公室、法规处、审批处"},
		{"from the document", "商务局、市财政局", Scope{Prefix: "市"}, "市商务局、市财政局"},
		{"own place", "金华市商务局、市商务局、杭州市商务局", Scope{Place: "金华市"}, "市商务局、市商务局、杭州市商务局"},
		{"own region", "新疆维吾尔自治区财政厅、財政廳", Scope{Place: "新疆维吾尔自治区"}, "自治区财政厅、自治区财政厅"},
		{"bracket", "省发展改革委（能源局）、财政厅", Scope{}, "省发展改革委（能源局）、省财政厅"},
	}
	empty, err := NewRegistry(nil)
	require.NoError(t, err)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := empty.IDs(strings.Split(tt.list, "、"), tt.scope)
			require.Equal(t, tt.want, strings.Join(got, "、"))
		})
	}
}

func TestLevelOf(t *testing.T) {
	t.Parallel()
	tests := []struct {
		in   string
		want Level
	}{
		{"国家发展改革委", National},
		{"财政部", National},
		{"海关总署", National},
		{"省商务厅", Province},
		{"新疆维吾尔自治区财政厅", Province},
		{"广州市商务局", City},
		{"州民政局", Prefecture},
		{"浦东新区财政局", District},
		{"县住建局", County},
		{"街道政府", Township},
		{"发展改革委", NoLevel},
		{"市场监管局", NoLevel},
		{"市市场监管局", City},
		{"复旦大学", NoLevel},
		{"市委宣传部", City},
		{"", NoLevel},
	}
	for _, tt := range tests {
		require.Equal(t, tt.want, LevelOf(tt.in), tt.in)
	}
}

func FuzzCanonical(f *testing.F) {
	for _, s := range []string{"市发改委", "省发展改革委（能源局）", "共青团市委", "国家税务总局税务局", "市", "委员会", "()", "a(b", "\xff市委", "市委"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, name string) {
		id := Canonical(name, Scope{})
		require.True(t, utf8.ValidString(id))
		require.Equal(t, id, Canonical("\u3000"+name+" ", Scope{}), "blanks do not count")
		require.Equal(t, id, Canonical(id, Scope{}), "an id is its own id")
	})
}
