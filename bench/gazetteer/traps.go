package main

import (
	"strings"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// traps are texts in which each listed name that is meant stands in [ ]. They are
// looked through with the list of trapNames.
var traps = []string{
	"由[市商务委]、[上海海关]负责",
	"由[市商務委]會同[上海海關]負責",
	"由[市商\n务委]负责",
	"（[上海ＷＴＯ中心]）",
	"[国家发展改革委]批准",
	"[发展改革委]不予批准",
	"报省发展改革委备案",
	"天津市商务委来沪",
	"各市商务委要加强领导",
	"[海关]与广州海关、[上海海关]联动",
	"密切海关联系，海关系列问题",
	"上海海关学院承办",
	"海关总署印发",
	"支持海关特殊监管区域",
	"[复旦大学]、[复旦大学管理学院]",
	"复旦大学附属医院",
	"吸引复旦大学生参加",
	"国家开发银行深圳分行",
	"[国家开发银行]贷款",
	"城市教委托的项目",
	"市财政局域网",
	"五市市财政局",
	"[市教委]委托[市财政局]研究",
	"超市教委",
	"在门市财政局势图",
}

var trapNames = []string{
	"市商务委", "上海海关", "上海WTO中心", "国家发展改革委", "发展改革委", "海关", "复旦大学", "复旦大学管理学院", "国家开发银行", "市教委", "市财政局",
}

// read returns a trap's text and the spans of the names in it.
func read(trap string) (string, map[offset.Span]bool) {
	var b strings.Builder
	want := map[offset.Span]bool{}
	start := 0
	for _, r := range trap {
		switch r {
		case '[':
			start = b.Len()
		case ']':
			want[offset.Span{Start: start, End: b.Len()}] = true
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), want
}
