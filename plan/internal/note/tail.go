package note

import "github.com/qiaotoubao/fangan/plan/internal/runes"

// actions begin what the bodies of a clause do, besides the verbs of a duty:
// 由市科委会同市教委研究提出意见.
var actions = []string{"研究", "提出", "制定", "组织", "负责", "统筹", "具体"}

// beforeBy are characters that make another word with 由 behind them, or say that
// more is told than who: 理由, 自由, 经由, 均由, 而由.
const beforeBy = "理自经缘事案来路情均都统再并而可应须将仍已是若如需不"

// maxAction is the length in runes of the longest action.
const maxAction = 16

// Tail reads the clause at the end of the text from i to j that says who does it
// as a note: …的问题，由市科委会同市教委等部门负责落实.
func Tail(t *runes.Text, i, j int) (Note, bool) {
	end := j
	for end > i && (t.Folded[end-1] == '。' || t.Folded[end-1] == ';' || runes.IsBlank(t.Folded[end-1])) {
		end--
	}
	start := lastSentence(t, i, end)
	for k := end - 1; k >= start; k-- {
		if t.Folded[k] != '由' {
			continue
		}
		marked := k == start || t.Folded[k-1] == ',' || t.Folded[k-1] == ':' || t.Folded[k-1] == ';'
		n, ok := actors(t, k, end)
		if !marked && !(ok && !runesIn(beforeBy, t.Folded[k-1]) && n.allNames(t, looksCertain)) {
			continue
		}
		n.Range = Range{k, j}
		return n, ok
	}
	return Note{}, false
}

// actors reads the bodies between 由 at i and the action before j.
func actors(t *runes.Text, i, j int) (Note, bool) {
	verbs, role := trimVerb(t, i, j)
	for k := i + 3; k <= j; k++ {
		if j-k > maxAction || k < j && !opensAction(t, k, j, role) || k == j && (role == NoRole || verbs == j) {
			continue
		}
		n, ok := parse(t, i+1, k)
		if ok && !n.Labeled && n.allNames(t, looksActor) && n.anyName(t, looksSure) {
			return n, true
		}
	}
	return Note{}, false
}

// opensAction reports whether the text from i to j says what is done, and not what
// other bodies do: of 市科委负责、市教委配合, whose last verb gives the role, it is none.
func opensAction(t *runes.Text, i, j int, role Role) bool {
	return hasPrefix(t, Range{i, j}, actions) && t.Find(i, j, ",") < 0 && (role == NoRole || t.Find(i, j, "、") < 0)
}

// looksActor reports whether s may be a body that 由 opens a list of.
func looksActor(t *runes.Text, s Range) bool { return looksListed(t, s) && !hasClause(t, s) }
