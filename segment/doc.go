// Package segment finds the words of Chinese text, in Simplified and
// Traditional script alike, with the exact span of each.
//
//	s, err := segment.New(nil)
//	for w := range s.Words("市商务委会同上海海关推进跨境电子商务") {
//		fmt.Println(w.Text, w.Span)
//	}
//
// # How words are found
//
// Words come from a list with frequencies, compiled from that of gse, and are
// cut so that their frequencies multiply to the most (gse's shortest path). A
// word is looked up folded (see convert.FoldRune), so that Traditional text in
// the forms of Taiwan and Hong Kong, and text in full width, needs no
// conversion, and spans are those of the text as it is.
//
// Rules add what no list can have: numbers, dates and measures (23,876, 2018年,
// 百分之二十, 5000人次), words of letters (G60, COVID-19), addresses on the web, and
// names of bodies by their shape (市商务委, 国家发展改革委, 上海外国语大学). A number and a
// word that counts things stay two words: 20 家, 五 年.
package segment
