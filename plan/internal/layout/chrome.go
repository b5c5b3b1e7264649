package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// places open the line that says where on a site the page stands.
var places = []string{"您的位置", "您现在的位置", "您当前的位置", "您所在的位置", "你的位置", "当前位置", "现在位置", "目前位置", "所在位置", "首页", "主页"}

// isPlace reports whether the line says where on a site the page stands:
// 您的位置：首页>政务公开.
func isPlace(t *runes.Text, l *line) bool {
	for _, w := range places {
		if t.Has(l.start, l.end, w) {
			for k := l.start; k < l.end; k++ {
				if r := t.Folded[k]; r == '>' || r == '»' || r == '›' || r == ':' && w != "首页" && w != "主页" {
					return true
				}
			}
		}
	}
	return false
}

// controls are the words on what a page offers its readers, longer ones first.
var controls = []string{
	"扫一扫在手机打开当前页", "扫一扫在手机上打开当前页", "扫一扫", "打印本页", "打印此页", "关闭窗口", "关闭本页", "返回顶部", "回到顶部", "返回首页", "网站首页", "无障碍浏览", "无障碍阅读", "长者模式", "视力保护色", "分享到", "微信", "微博", "分享", "收藏",
	"加入收藏", "打印", "关闭", "返回", "顶部", "字体大小", "字体", "字号", "字级", "默认", "大", "中", "小", "正文", "全文", "内容全文", "原文", "基本介绍", "发布信息", "首页", "上一页", "下一页", "回上一页", "友善列印", "列印", "转寄", "简体", "繁体", "手机版", "朗读", "复制链接",
}

// menus are the names of the parts of a site.
var menus = []string{
	"政府信息公开", "政务公开", "信息公开", "政务服务", "办事服务", "网上办事", "互动交流", "政民互动", "公众参与", "新闻中心", "新闻动态", "要闻动态", "通知公告", "公告公示", "政策文件", "政策法规", "最新政策", "政策解读", "规范性文件",
	"数据开放", "专题专栏", "走进", "网站导航", "网站导览", "搜索", "登录", "注册", "繁体版", "简体版", "市政府文件", "省政府文件", "县政府文件", "部门文件", "文件库", "政策",
}

// markControls makes lines of keys of the controls and menus over the first unit
// and under the last one. Within a text, such a line is the end of a paragraph.
func markControls(t *runes.Text, lines []line) {
	for i := range lines {
		l := &lines[i]
		if l.labeled && l.label.Form.Numbered() || i == maxFacts {
			break
		}
		if l.kind == plainLine && l.heading == 0 && isControls(t, l) {
			l.kind = metaLine
		}
	}
	for i := len(lines) - 1; i > 0 && i >= len(lines)-maxFooter; i-- {
		l, before := &lines[i], &lines[i-1]
		if l.kind == plainLine && l.heading == 0 && isControls(t, l) && (l.blank || before.kind != plainLine || closes(t, before.end-1)) {
			l.kind = metaLine
		}
	}
}

// isControls reports whether the line holds nothing but the words of controls
// and menus: 字号：[大 中 小] 打印 关闭.
func isControls(t *runes.Text, l *line) bool {
	if l.len() > 60 || l.len() < 2 {
		return false
	}
	words := 0
	for k := l.start; k < l.end; {
		if r := t.Folded[k]; runes.IsBlank(r) || runes.IsPunct(r) {
			k++
			continue
		}
		n := controlAt(t, k, l.end)
		if n == 0 {
			return false
		}
		words++
		k += n
	}
	return words > 1 || words == 1 && l.len() > 2 || words == 1 && !runesIn("大中小", t.Folded[l.start])
}

// controlAt returns the length of the word of controls at k, or 0.
func controlAt(t *runes.Text, k, j int) int {
	best := 0
	for _, words := range [][]string{controls, menus} {
		for _, w := range words {
			if t.Has(k, j, w) {
				best = max(best, utf8.RuneCountInString(w))
			}
		}
	}
	return best
}

// The words of the lines under a page. Sure ones stand in no document; leading
// ones stand in none at the start of a line.
var (
	sureFooters    = []string{"icp备", "icp证", "公网安备", "网站标识码", "all rights reserved", "政府网站资料开放宣告", "资讯安全政策"}
	leadingFooters = []string{"版权所有", "著作权", "版权", "备案号", "备案编号", "网站地图", "网站声明", "网站备案", "copyright", "技术支持:", "隐私", "私隐", "重要告示", "无障碍网页"}
	underPages     = []string{
		"主办单位", "主办:", "承办单位", "承办:", "协办单位", "主管单位", "维护单位", "运行维护", "联系电话", "联系我们", "联系方式", "关于我们", "地址", "通讯地址", "邮编", "邮箱", "电子邮箱", "电话", "传真", "网站", "您是第", "总机", "服务电话", "服务专线", "相关链接", "友情链接",
	}
)

// further open the list of other texts under a page.
var further = []string{"相关链接", "相关阅读", "相关文件", "相关文档", "相关新闻", "相关报道", "相关信息", "相关解读", "相关政策", "解读链接", "推荐阅读", "延伸阅读", "热点推荐", "友情链接"}

// isFurther reports whether the line opens the list of other texts.
func isFurther(t *runes.Text, l *line) bool {
	i, j := t.TrimFunc(l.start, l.end, func(r rune) bool { return runes.IsPunct(r) })
	return slices.Contains(further, string(t.Folded[i:j]))
}

// maxFooter is how many lines may stand under a page.
const maxFooter = 25

// markFooter makes lines of keys of those under a page: from the first line that
// stands in no document and has no sentence or unit under it, and what belongs
// to it over it.
func markFooter(t *runes.Text, lines []line) {
	first, units := -1, false
	for i := len(lines) - 1; i >= 0 && i >= len(lines)-maxFooter; i-- {
		l := &lines[i]
		if isFurther(t, l) || isFooter(t, l) && !units {
			first = i
		} else if l.kind == tableLine || t.Find(l.start, l.end, "。") >= 0 {
			break
		}
		units = units || l.labeled && l.label.Form.Numbered()
	}
	if first < 0 {
		return
	}
	for first > 0 && (startsWith(t, &lines[first-1], underPages) || lines[first-1].kind == metaLine) {
		first--
	}
	for i := first; i < len(lines); i++ {
		if lines[i].kind != markLine {
			lines[i].kind, lines[i].labeled, lines[i].heading = metaLine, false, 0
		}
	}
}

// isFooter reports whether the line has a word that stands in no document, and
// no full stop.
func isFooter(t *runes.Text, l *line) bool {
	if l.len() > maxFooterLine || t.Find(l.start, l.end, "。") >= 0 {
		return false
	}
	if startsWith(t, l, leadingFooters) {
		return true
	}
	if k := t.Find(l.start, l.end, "承办"); k > 0 && t.Has(l.start, l.end, "主办") && runes.IsBlank(t.Folded[k-1]) {
		return true // a note has a mark between them
	}
	text := strings.ToLower(string(t.Folded[l.start:l.end]))
	for _, w := range sureFooters {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// maxFooterLine is the length in runes of the longest line under a page.
const maxFooterLine = 160

// startsWith reports whether the line begins with one of words, and has no full
// stop.
func startsWith(t *runes.Text, l *line, words []string) bool {
	return l.len() <= maxFooterLine && t.Find(l.start, l.end, "。") < 0 && t.HasAny(l.start, l.end, words)
}
