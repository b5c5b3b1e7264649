package plan_test

import "github.com/qiaotoubao/fangan/plan"

// The model plan of the mutation test, in our own words: what any layout of it
// must read back to.

// modelItem is one of the plan's items.
type modelItem struct {
	title   string
	text    string   // sentences behind the title
	points  []string // numbered parts, where the layout has them on lines of their own
	lead    []string
	support []string
	open    bool
	when    string
}

// modelGroup is a run of items that a heading may stand over.
type modelGroup struct {
	title string
	items []modelItem
}

// modelSection is a chapter.
type modelSection struct {
	title  string
	intro  string
	dashes []string // paragraphs led in by dashes
	groups []modelGroup
}

// modelTitle is the plan's title in the two pieces that a page may break it
// into.
var modelTitle = [2]string{"青湖市推进数字便民服务", "三年行动方案（2024—2026年）"}

const modelPreamble = "为深入推进数字便民服务，进一步提升群众办事的便利程度，根据省委、省政府关于优化服务的部署，结合我市实际，制定本行动方案。"

// modelSections are the chapters: one without items, two whose items have notes,
// one whose items have none.
var modelSections = []modelSection{
	{
		title: "总体要求",
		intro: "坚持以人民为中心的发展思想，坚持问题导向、系统推进，到2026年建成覆盖全市、上下联动的便民服务体系，群众满意度达到95%以上。",
		dashes: []string{
			"——统筹推进。加强市级统筹，发挥各县（市、区）的积极性，形成上下联动的工作格局。",
			"——便民优先。把群众感受作为检验成效的标准，让数据多跑路、群众少跑腿。",
			"——安全可控。守住数据安全的底线，健全分级分类的管理制度。",
		},
	},
	{
		title: "打造便捷高效的服务渠道",
		intro: "以“一网通办”为牵引，推动线上线下服务渠道深度融合。",
		groups: []modelGroup{
			{"优化线上服务", []modelItem{
				{
					title: "建设统一的服务门户", text: "整合各部门已有的办事系统，打通数据壁垒，推动高频事项全部上线。到2024年底前，上线事项不少于500项。",
					lead: []string{"市数据局"}, support: []string{"市发展改革委", "市财政局", "各县（市、区）人民政府"}, when: "2024年12月底前",
				},
				{
					title: "推行“一件事一次办”", text: "围绕企业开办、公民婚育、灵活就业等场景，编制办事指南；依据《优化营商环境条例》和青政发〔2023〕15号文件，公布事项清单。",
					lead: []string{"市政务服务局"}, support: []string{"市市场监管局", "市税务局"}, open: true,
				},
				{
					title: "完善移动端的功能", text: "按照统一的标准改造移动应用。",
					points: []string{"优化注册登录。实现一次认证、全网通行。", "丰富服务事项。每年新增不少于30项。", "改进用户体验。每季度开展一次测评。"},
					lead:   []string{"市人力资源社会保障局"}, support: []string{"市教育局", "市民政局", "市残联"},
				},
			}},
			{"做实线下服务", []modelItem{
				{
					title: "推动医疗服务线上线下协同", text: "推广诊间结算，患者平均等候时间缩短20%。各地各部门要结合实际抓好落实，防止一哄而上。",
					lead: []string{"市卫生健康委"}, support: []string{"市医保局", "市发展和改革委员会"}, when: "持续推进",
				},
				{
					title: "规范基层便民服务中心（站点）的设置", text: "统一标识、统一流程、统一考核。市、县两级要牵头单位会商，及时解决问题。",
					lead: []string{"市公安局"},
				},
			}},
		},
	},
	{
		title: "夯实数字化的支撑能力",
		intro: "加快补齐短板，强化要素保障。",
		groups: []modelGroup{
			{"加强设施建设", []modelItem{
				{
					title: "5G网络与政务外网同步延伸到村", text: "投入1.5亿元，新建基站1200个左右，行政村通达率达到100%。",
					lead: []string{"市住房城乡建设局"}, support: []string{"市自然资源和规划局", "市城管局", "国网青湖供电公司"}, when: "2025年6月底前",
				},
				{
					title: "提升口岸、铁路、公路联运的数字化水平", text: "一是推进单证电子化；二是建设联运信息平台；三是培育龙头企业3家。（以下统称“联运三项”）",
					lead: []string{"市交通运输局"}, support: []string{"市公安局", "青湖海关", "青湖经开区管委会"}, open: true,
				},
				{
					title: "推进能源数据共享", text: "到2026年，接入重点用能单位300家以上，综合能耗下降5个百分点。",
					lead: []string{"省发展改革委（能源局）"}, support: []string{"市生态环境局", "各市、县〔区〕市场监管局"},
				},
			}},
			{"强化要素保障", []modelItem{
				{
					title: "设立数字便民服务专项资金", text: "专项资金重点支持3个方面：平台建设、标准研制和人才培养。",
					lead: []string{"市科技局", "市工业和信息化局"}, support: []string{"市国资委", "市地方金融监管局"}, when: "2026年底前",
				},
				{
					title: "健全数据安全管理制度", text: "制定数据分类分级目录，每年开展应急演练2次以上。",
					lead: []string{"市司法局"}, support: []string{"市委网信办", "市中级人民法院", "市各有关部门"}, open: true,
				},
			}},
		},
	},
	{
		title: "保障措施",
		groups: []modelGroup{{"", []modelItem{
			{title: "加强组织领导", text: "建立市级联席会议制度，各牵头单位要会同责任单位制定年度计划，定期调度。"},
			{title: "做好宣传引导", text: "通过报刊、电视、网络等渠道广泛宣传，营造良好的社会氛围。"},
		}}},
	},
}

// wantItem is what an item must read back to.
type wantItem struct {
	section int
	number  int
	title   string
	duties  []wantDuty
	when    string
	points  int
}

// anyPoints is the number of an item's points where it is not compared.
const anyPoints = -1

// wantDuty is a run of names with one role.
type wantDuty struct {
	role  plan.Role
	names []string
	open  bool
}

// wantPlan is what a layout must read back to.
type wantPlan struct {
	title      string
	number     string // of the document
	date       string
	addressees []string
	sections   []string // numbers and titles of chapters
	groups     []string
	items      []wantItem
}
