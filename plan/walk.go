package plan

import "iter"

// Node is a node of a plan: *[Plan], *[Section], *[Item], *[Point], *[Duty] or
// *[Department].
type Node interface {
	// Extent returns the span of the node in the text.
	Extent() Span
	children(yield func(Node) bool) bool
}

// Extent returns the whole text.
func (p *Plan) Extent() Span { return p.span }

// Extent returns the unit with all that lies below it.
func (h *Heading) Extent() Span { return h.Span }

// Extent returns the note, with its brackets.
func (d *Duty) Extent() Span { return d.Span }

// Extent returns the name.
func (d *Department) Extent() Span { return d.Span }

func (p *Plan) children(yield func(Node) bool) bool { return nodes(p.Sections, yield) }

func (s *Section) children(yield func(Node) bool) bool {
	return s.Body.children(yield) && nodes(s.Items, yield) && nodes(s.Sections, yield)
}

func (b *Body) children(yield func(Node) bool) bool {
	return nodes(b.Points, yield) && nodes(b.Duties, yield)
}

func (d *Duty) children(yield func(Node) bool) bool { return nodes(d.Departments, yield) }

func (d *Department) children(func(Node) bool) bool { return true }

func nodes[N Node](list []N, yield func(Node) bool) bool {
	for _, n := range list {
		if !yield(n) {
			return false
		}
	}
	return true
}

// Preorder yields root and all nodes below it, each before those below it:
// points, then duties, then items, then sections.
func Preorder(root Node) iter.Seq[Node] {
	return func(yield func(Node) bool) { preorder(root, yield) }
}

func preorder(n Node, yield func(Node) bool) bool {
	return yield(n) && n.children(func(c Node) bool { return preorder(c, yield) })
}

// Walk calls visit for root and for the nodes below it, as [Preorder] orders
// them. Where visit returns false, it leaves out what lies below that node.
func Walk(root Node, visit func(Node) bool) {
	if visit(root) {
		root.children(func(c Node) bool {
			Walk(c, visit)
			return true
		})
	}
}
