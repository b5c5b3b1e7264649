package numeral

// A place or floor above all units: nothing came before it. topPlace still is an
// index of pow10, topFloor is none.
const (
	topPlace = 19
	topFloor = 99
)

// machine reads a numeral with units, or with Arabic digits, from left to
// right. A numeral is a sum of sections that end in 兆, 亿 or nothing; a section
// may hold one 万; a group is what lies between two of these units.
type machine struct {
	text  string
	pos   int
	limit uint64

	total   uint64 // the sections that are closed
	floor   uint8  // the power of the last 亿 or 兆: the next must be smaller
	myriads uint64 // the part of this section that 万 multiplied
	inWan   bool   // 万 was seen in this section
	group   uint64
	place   uint8 // the power of the last unit: the group's next must be smaller

	pending number
	zero    bool // 零 was seen and its digit not yet
	zeroed  bool // a place was skipped by 零 before what is pending
	started bool // anything was seen
	tail    int8 // the place of a bare digit behind the last unit, -1 for none
}

func (m *machine) run() (uint64, *Error) {
	for m.pos < len(m.text) {
		c, size := next(m.text[m.pos:])
		if err := m.step(c, size); err != nil {
			return 0, err
		}
		m.started = true
		m.pos += size
	}
	return m.finish()
}

func (m *machine) fail(r Reason) *Error { return &Error{Offset: m.pos, Reason: r} }

// step takes one character. A row of Arabic digits is taken whole, and pos is
// left so that adding size leads behind it.
func (m *machine) step(c char, size int) *Error {
	switch c.class {
	case zero:
		return m.takeZero()
	case digit, two:
		return m.takeNumber(number{value: uint64(c.value), digits: 1, offset: m.pos, two: c.class == two})
	case arabic:
		n, end := scanArabic(m.text, m.pos)
		if n.overflow || int(n.scale) >= len(pow10) {
			return m.fail(Overflow)
		}
		err := m.takeNumber(n)
		m.pos = end - size
		return err
	case tens:
		if err := m.takeNumber(number{value: uint64(c.value), digits: 1, offset: m.pos}); err != nil {
			return err
		}
		return m.takeUnit(1)
	case unit:
		return m.takeUnit(c.value)
	case big:
		return m.takeBig(c.value)
	default:
		return m.fail(foreign(m.text[m.pos:]))
	}
}

// foreign gives the reason why what s starts with ends the numeral.
func foreign(s string) Reason {
	switch {
	case separator(s, ',', "，", true) > 0:
		return Separators
	case separator(s, '.', "．", true) > 0:
		return Fraction
	}
	return Foreign
}

// takeZero notes a 零, which stands between a unit and a digit: 一百零五, but not
// 一百零零五 or 一零百. 零五 and 一零五 have no units and never come here.
func (m *machine) takeZero() *Error {
	if !m.started || m.zero || m.pending.digits > 0 {
		return m.fail(Zero)
	}
	m.zero = true
	return nil
}

// takeNumber notes a digit or a row of Arabic digits. Two digits without a unit
// between them name no number: 三四百 is three or four hundred.
func (m *machine) takeNumber(n number) *Error {
	if m.pending.digits > 0 {
		return m.fail(Estimate)
	}
	m.pending, m.zeroed, m.zero = n, m.zero, false
	return nil
}

// takeUnit multiplies what is pending by 10, 100 or 1000 within the group.
func (m *machine) takeUnit(e uint8) *Error {
	n := m.pending
	switch {
	case n.scale > 0: // 1.5百
		return m.fail(Fraction)
	case n.two && e == 1: // 两十
		return m.fail(NoDigit)
	// 十 and 百 alone, 一百十, 一千零十: a 1 is left out.
	case n.digits == 0 && m.zero && e == 1, n.digits == 0 && !m.zero && (!m.started || e == 1):
		n, m.zeroed, m.zero = number{value: 1, digits: 1, offset: m.pos}, m.zero, false
	case n.digits == 0:
		return m.fail(NoDigit)
	}
	if e >= m.place { // 一十二百
		return m.fail(Order)
	}
	if m.zeroed && m.place <= 3 && e+1 == m.place { // 一千零二百 skips no place
		return m.fail(Zero)
	}
	v, ok := shift(n.value, e, 0)
	if err := m.add(v, ok, n.offset); err != nil {
		return err
	}
	m.place, m.tail = e, int8(e)-1
	m.pending, m.zeroed = number{}, false
	return nil
}

// add puts v, read at the offset at, into the group; it must be smaller than the unit before it.
func (m *machine) add(v uint64, ok bool, at int) *Error {
	switch {
	case !ok || v > m.limit-m.group:
		return &Error{Offset: at, Reason: Overflow}
	case m.place < topPlace && v >= pow10[m.place]:
		return &Error{Offset: at, Reason: Order}
	}
	m.group += v
	return nil
}

// takeBig ends the group with 万, 亿 or 兆.
func (m *machine) takeBig(e uint8) *Error {
	if m.pending.scale > 0 {
		return m.takeDecimal(e)
	}
	bare := m.pending.digits == 0 && m.group == 0
	switch {
	case m.zero: // 一百零万
		return m.fail(Zero)
	case bare && !m.started: // 万 alone
		m.group = 1
	case bare && (!m.inWan || m.place != 4 || e == 4): // 亿万; 五万亿 is well
		return m.fail(NoDigit)
	}
	if m.inWan && m.naked() {
		return &Error{Offset: m.pending.offset, Reason: Ambiguous}
	}
	if err := m.closeGroup(); err != nil {
		return err
	}
	return m.multiply(e)
}

// naked reports whether one digit follows 万, 亿 or 兆 and no 零 and no unit tells
// what it counts.
func (m *machine) naked() bool {
	return m.pending.digits == 1 && m.group == 0 && !m.zeroed && m.total+m.myriads > 0
}

// closeGroup adds a pending digit, which counts ones: it must follow 十 or 零, or
// be alone.
func (m *machine) closeGroup() *Error {
	n := m.pending
	if n.digits == 0 {
		return nil
	}
	alone := m.group == 0
	if !alone && n.digits == 1 && !m.zeroed && m.place > 1 { // 三百五万: 350 or 305?
		return &Error{Offset: n.offset, Reason: Ambiguous}
	}
	if m.zeroed && m.place == 1 { // 二十零三
		return &Error{Offset: n.offset, Reason: Zero}
	}
	if n.two && (!alone || m.zeroed) { // 二十两
		return &Error{Offset: n.offset, Reason: NoDigit}
	}
	err := m.add(n.value, true, n.offset)
	m.pending, m.zeroed = number{}, false
	return err
}

// multiply moves the group into the section for 万, and closes the section for
// 亿 and 兆.
func (m *machine) multiply(e uint8) *Error {
	section := m.group
	if e == 4 {
		if m.inWan { // 一万二千万
			return m.fail(Order)
		}
	} else {
		if e >= m.floor {
			return m.fail(Order)
		}
		section += m.myriads
	}
	v, ok := shift(section, e, 0)
	if !ok || v > m.limit {
		return m.fail(Overflow)
	}
	return m.close(e, v)
}

// close stores the value v of what 10^e multiplied and opens the next group.
// A section must be smaller than the unit that ended the one before.
func (m *machine) close(e uint8, v uint64) *Error {
	if m.floor < topFloor && v >= pow10[m.floor] {
		return m.fail(Order)
	}
	m.group, m.tail = 0, int8(e)-1
	if e == 4 {
		m.myriads, m.inWan, m.place = v, true, 4
		return nil
	}
	if v > m.limit-m.total {
		return m.fail(Overflow)
	}
	if m.inWan || e == 12 { // 五万亿八 may be 5.8万亿 or 50000.8亿
		m.tail = -1
	}
	m.total += v
	m.floor, m.place, m.myriads, m.inWan = e, topPlace, 0, false
	return nil
}

// takeDecimal multiplies a decimal by 万, 亿 or 万亿: only there may one stand.
func (m *machine) takeDecimal(e uint8) *Error {
	n := m.pending
	switch e {
	case 4:
		if c, size := next(m.text[m.pos+len("万"):]); c.class == big && c.value == 8 {
			e = 12
			m.pos += size
		}
	case 12: // 1.5兆
		return m.fail(Fraction)
	}
	if m.group > 0 || m.zeroed || m.inWan { // 一百1.5万
		return &Error{Offset: n.offset, Reason: Order}
	}
	product, ok := shift(n.value, e, 0)
	switch {
	case !ok:
		return m.fail(Overflow)
	case product%pow10[n.scale] != 0: // 1.23456万 is no integer
		return &Error{Offset: n.offset, Reason: Fraction}
	}
	m.pending = number{}
	v := product / pow10[n.scale]
	if e == 12 { // 万亿 closes as 亿 does
		e = 8
	}
	if e == 8 && e >= m.floor {
		return m.fail(Order)
	}
	if v > m.limit {
		return m.fail(Overflow)
	}
	err := m.close(e, v)
	m.tail = -1
	return err
}

// finish adds up what is left at the end of the text.
func (m *machine) finish() (uint64, *Error) {
	n := m.pending
	switch {
	case m.zero:
		return 0, m.fail(Zero)
	case n.scale > 0:
		return 0, &Error{Offset: n.offset, Reason: Fraction}
	}
	if m.shorthand() {
		n.value *= pow10[m.tail]
		m.pending = number{}
		if err := m.add(n.value, true, n.offset); err != nil {
			return 0, err
		}
		return m.sum()
	}
	if m.naked() {
		return 0, &Error{Offset: n.offset, Reason: Ambiguous}
	}
	if n.two && m.total+m.myriads+m.group > 0 {
		return 0, &Error{Offset: n.offset, Reason: NoDigit}
	}
	if err := m.closeGroup(); err != nil {
		return 0, err
	}
	return m.sum()
}

// shorthand reports whether one digit at the very end counts the power below
// the unit before it: 两百五, 一万三.
func (m *machine) shorthand() bool {
	n := m.pending
	return n.digits == 1 && !n.two && !m.zeroed && m.tail > 0
}

func (m *machine) sum() (uint64, *Error) {
	rest := m.group + m.myriads
	if m.floor < topFloor && rest >= pow10[m.floor] {
		return 0, m.fail(Order)
	}
	if rest > m.limit || m.total > m.limit-rest {
		return 0, m.fail(Overflow)
	}
	return m.total + rest, nil
}
