package numeral

import (
	"math"
	"math/bits"
)

// Parse returns the integer that s, which must be one numeral and nothing
// else, stands for. 负 or 負 before it makes it negative.
//
// Every error is an [*Error]. Parse takes time linear in len(s).
func Parse(s string) (int64, error) {
	sign := signLen(s)
	limit := uint64(math.MaxInt64)
	if sign > 0 {
		limit++
	}
	v, err := parse(s[sign:], limit)
	if err != nil {
		err.Offset += sign
		return 0, err
	}
	if sign > 0 {
		return int64(-v), nil
	}
	return int64(v), nil
}

// signLen returns the length of the sign before a numeral. A sign alone is
// left to be refused as no numeral.
func signLen(s string) int {
	for _, sign := range [...]string{"负", "負"} {
		if len(s) > len(sign) && s[:len(sign)] == sign {
			return len(sign)
		}
	}
	return 0
}

// parse reads a numeral without a sign whose value is at most limit.
func parse(s string, limit uint64) (uint64, *Error) {
	if s == "" {
		return 0, &Error{Reason: Empty}
	}
	if c, size := next(s); c.class == enclosed {
		if size < len(s) {
			return 0, &Error{Offset: size, Reason: Foreign}
		}
		return uint64(c.value), nil
	}
	if v, ok, err := digitString(s, limit); ok || err != nil {
		return v, err
	}
	m := machine{text: s, limit: limit, floor: topFloor, place: topPlace, tail: -1}
	return m.run()
}

// digitString reads Chinese digits without units. ok is false, without an
// error, where s is of another form. A 0 among them is taken for the 〇 that it
// looks like.
func digitString(s string, limit uint64) (v uint64, ok bool, err *Error) {
	n, han, zeros := 0, false, false
	for i := 0; i < len(s); {
		c, size := next(s[i:])
		switch {
		case c.class == zero || c.class == arabic && c.value == 0:
			zeros = true
			han = han || c.class == zero
		case c.class == digit:
			han = true
		default:
			return 0, false, nil
		}
		if v, ok = shift(v, 1, uint64(c.value)); !ok || v > limit {
			return 0, false, &Error{Offset: i, Reason: Overflow}
		}
		n++
		i += size
	}
	if !han {
		return 0, false, nil
	}
	if n == 2 && !zeros {
		return 0, false, &Error{Reason: Estimate}
	}
	return v, true, nil
}

// shift returns v × 10^n + add, and whether that fits.
func shift(v uint64, n uint8, add uint64) (uint64, bool) {
	hi, lo := bits.Mul64(v, pow10[n])
	sum, carry := bits.Add64(lo, add, 0)
	return sum, hi == 0 && carry == 0
}

// pow10 holds the powers of ten that fit 64 bits.
var pow10 = func() (p [20]uint64) {
	p[0] = 1
	for i := 1; i < len(p); i++ {
		p[i] = 10 * p[i-1]
	}
	return p
}()
