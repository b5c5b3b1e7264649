package target

// fold maps the characters of this grammar's words to one script and width.
// It is total and idempotent; what the grammar does not know stays. So do wide
// digits, which numbers are read in, and ，, which ends a clause where the comma
// of 1,200 does not.
func fold(r rune) rune {
	switch {
	case r < 0x80, r > 0xFFEF:
		return r
	case '！' <= r && r <= '～' && (r < '０' || r > '９') && r != '，':
		return r - '！' + '!'
	case r < 0x4E00:
		return r
	}
	if simplified, ok := traditional[r]; ok {
		return simplified
	}
	return r
}

// traditional has the Simplified forms of the characters of this grammar's words.
// It is never changed.
var traditional = map[rune]rune{
	// Operators, times and what stands around them: 達到, 不低於, 減少, 個百分點, 三個月內.
	'達': '达', '過': '过', '於': '于', '約': '约', '為': '为', '爲': '为', '穩': '稳', '減': '减',
	'縮': '缩', '壓': '压', '長': '长', '擴': '扩', '漲': '涨', '從': '从', '較': '较', '維': '维',
	'內': '内', '個': '个', '箇': '个', '點': '点', '萬': '万', '億': '亿', '兩': '两', '時': '时',
	'鐘': '钟', '鍾': '钟', '週': '周', '間': '间', '後': '后', '國': '国', '計': '计', '實': '实',
	'歲': '岁', '餘': '余', '別': '别', '確': '确', '現': '现', '開': '开',

	// Measure words and units: 12輛, 五項, 三萬畝, 4噸, 二十億歐元.
	'處': '处', '張': '张', '棟': '栋', '臺': '台', '檯': '台', '輛': '辆', '場': '场', '項': '项',
	'條': '条', '戶': '户', '組': '组', '隊': '队', '對': '对', '雙': '双', '隻': '只', '頭': '头',
	'塊': '块', '顆': '颗', '門': '门', '節': '节', '類': '类', '種': '种', '盞': '盏', '單': '单',
	'標': '标', '筆': '笔', '層': '层', '畝': '亩', '頃': '顷', '噸': '吨', '圓': '元', '歐': '欧',
	'鎊': '镑', '貝': '贝', '級': '级', '劑': '剂', '頁': '页', '冊': '册', '輪': '轮', '學': '学',
	'課': '课', '機': '机', '櫃': '柜', '車': '车', '準': '准', '綫': '线', '線': '线', '議': '议',
}
