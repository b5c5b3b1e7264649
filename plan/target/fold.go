package target

// fold maps the characters of this grammar's words to one script and width.
// It is total and idempotent; what the grammar does not know stays.
func fold(r rune) rune {
	switch {
	case r < 0x80, r > 0xFFEF:
		return r
	case '！' <= r && r <= '～' && (r < '０' || r > '９') && r != '，':
		return r - '！' + '!'
	case r < 0x4E00:
		return r
	}
	return foldHan(r)
}

// foldHan maps the Traditional characters of operators, units and dates.
func foldHan(r rune) rune {
	switch r {
	case '達':
		return '达'
	case '過':
		return '过'
	case '於':
		return '于'
	case '約':
		return '约'
	case '為', '爲':
		return '为'
	case '穩':
		return '稳'
	case '減':
		return '减'
	case '縮':
		return '缩'
	case '壓':
		return '压'
	case '長':
		return '长'
	case '擴':
		return '扩'
	case '漲':
		return '涨'
	case '從':
		return '从'
	case '較':
		return '较'
	case '維':
		return '维'
	case '內':
		return '内'
	case '個', '箇':
		return '个'
	case '點':
		return '点'
	case '萬':
		return '万'
	case '億':
		return '亿'
	case '兩':
		return '两'
	case '時':
		return '时'
	case '鐘', '鍾':
		return '钟'
	case '週':
		return '周'
	case '間':
		return '间'
	case '後':
		return '后'
	case '國':
		return '国'
	case '計':
		return '计'
	case '實':
		return '实'
	case '歲':
		return '岁'
	case '餘':
		return '余'
	case '別':
		return '别'
	case '確':
		return '确'
	case '現':
		return '现'
	case '開':
		return '开'
	}
	return foldUnit(r)
}

// foldUnit maps the Traditional characters of measure words.
func foldUnit(r rune) rune {
	switch r {
	case '處':
		return '处'
	case '張':
		return '张'
	case '棟':
		return '栋'
	case '臺', '檯':
		return '台'
	case '輛':
		return '辆'
	case '場':
		return '场'
	case '項':
		return '项'
	case '條':
		return '条'
	case '戶', '户':
		return '户'
	case '組':
		return '组'
	case '隊':
		return '队'
	case '對':
		return '对'
	case '雙':
		return '双'
	case '隻':
		return '只'
	case '頭':
		return '头'
	case '塊':
		return '块'
	case '顆':
		return '颗'
	case '門':
		return '门'
	case '節':
		return '节'
	case '類':
		return '类'
	case '種':
		return '种'
	case '盞':
		return '盏'
	case '單':
		return '单'
	case '標':
		return '标'
	case '筆':
		return '笔'
	case '層':
		return '层'
	case '畝':
		return '亩'
	case '頃':
		return '顷'
	case '噸':
		return '吨'
	case '圓':
		return '元'
	case '歐':
		return '欧'
	case '鎊':
		return '镑'
	case '貝':
		return '贝'
	case '級':
		return '级'
	case '劑':
		return '剂'
	case '頁':
		return '页'
	case '冊':
		return '册'
	case '輪':
		return '轮'
	case '學':
		return '学'
	case '課':
		return '课'
	case '機':
		return '机'
	case '櫃':
		return '柜'
	case '車':
		return '车'
	case '準':
		return '准'
	case '綫', '線':
		return '线'
	case '議':
		return '议'
	}
	return r
}
