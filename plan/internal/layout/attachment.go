package layout

import "github.com/qiaotoubao/fangan/plan/internal/runes"

// attachmentWords open the labels of attachments.
var attachmentWords = []string{"附件", "附表", "附录"}

// AttachmentWord returns where the word ends that opens the label of an
// attachment at i, and before j, or i where none does. 附 alone is one before a
// colon, or as a whole line: 附：任务分工表.
func AttachmentWord(t *runes.Text, i, j int) int {
	for _, w := range attachmentWords {
		if t.Has(i, j, w) {
			return i + len([]rune(w))
		}
	}
	if t.Has(i, j, "附") && (i+1 == j || t.Folded[i+1] == ':') {
		return i + 1
	}
	return i
}

// isAttachment reports whether the line opens an attachment: 附件, 附件1, 附表2：.
func isAttachment(t *runes.Text, l *line) bool {
	i := AttachmentWord(t, l.start, l.end)
	if i == l.start {
		return false
	}
	for i < l.end && (runes.IsWord(t.Folded[i]) || runes.IsBlank(t.Folded[i]) || t.Folded[i] == '-' ||
		runesIn("一二三四五六七八九十", t.Folded[i])) {
		i++
	}
	return i == l.end || t.Folded[i] == ':' || t.Folded[i] == '.'
}

// joinAttachments makes a number that stands alone under the word 附件 a part of that
// line.
func joinAttachments(t *runes.Text, lines []line) {
	for i := 0; i+2 < len(lines); i++ {
		l, next := &lines[i], &lines[i+1]
		if l.kind != attachLine || AttachmentWord(t, l.start, l.end) != l.end || next.len() > 2 || next.blank || next.page {
			continue
		}
		if k := next.start; runes.IsDigit(t.Folded[k]) && (k+1 == next.end || runes.IsDigit(t.Folded[k+1]) || t.Folded[k+1] == ':') {
			next.kind, next.labeled = rowLine, false
		}
	}
}
