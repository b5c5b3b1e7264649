package target

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Decimal is an exact decimal number, Coefficient × 10^-Scale. Scale is the
// smallest that is not negative, so that equal numbers are equal Decimals.
type Decimal struct {
	Coefficient int64
	Scale       int
}

// maxScale is the most digits behind the point: an int64 holds 18 of any kind.
const maxScale = 18

// normal returns c × 10^-scale without zeros at the end of the fraction.
func normal(c int64, scale int) Decimal {
	for scale > 0 && c%10 == 0 {
		c /= 10
		scale--
	}
	return Decimal{c, scale}
}

// shift returns d × 10^n for n >= 0, and whether it fits.
func (d Decimal) shift(n int) (Decimal, bool) {
	cut := min(n, d.Scale)
	d.Scale -= cut
	for range n - cut {
		if d.Coefficient > math.MaxInt64/10 {
			return Decimal{}, false
		}
		d.Coefficient *= 10
	}
	return d, true
}

// less reports whether d < e, both of them not negative.
func (d Decimal) less(e Decimal) bool { return d.Float64() < e.Float64() }

func (d Decimal) negated() Decimal { return Decimal{-d.Coefficient, d.Scale} }

// quotient returns a/b rounded to 16 digits behind the point, more than a float64
// has: 三分之二. It is no fraction where a > b or b is not positive.
func quotient(a, b int64) (Decimal, bool) {
	if a < 0 || b <= 0 || a > b || b > 1_000_000 {
		return Decimal{}, false
	}
	const digits = 16
	var c int64
	rest := a
	for range digits {
		rest *= 10
		c = c*10 + rest/b
		rest %= b
	}
	whole := a / b
	if whole == 1 {
		return Decimal{Coefficient: 1}, true
	}
	if 2*rest >= b {
		c++
	}
	return normal(c, digits), true
}

// Float64 returns the nearest float64.
func (d Decimal) Float64() float64 {
	f, err := strconv.ParseFloat(d.String(), 64)
	if err != nil { // cannot happen: String writes a number
		return math.NaN()
	}
	return f
}

// Int64 returns d where it is an integer.
func (d Decimal) Int64() (int64, bool) { return d.Coefficient, d.Scale == 0 }

// String returns the number in plain digits, as JSON writes numbers.
func (d Decimal) String() string {
	s := strconv.FormatInt(d.Coefficient, 10)
	if d.Scale <= 0 {
		return s
	}
	sign := ""
	if d.Coefficient < 0 {
		sign, s = "-", s[1:]
	}
	if n := d.Scale + 1 - len(s); n > 0 {
		s = strings.Repeat("0", n) + s
	}
	point := len(s) - d.Scale
	return sign + s[:point] + "." + s[point:]
}

// MarshalJSON writes d as a number, with all its digits.
func (d Decimal) MarshalJSON() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalJSON reads a number of at most 18 digits. It reports an error for
// more digits and for exponents.
func (d *Decimal) UnmarshalJSON(data []byte) error {
	whole, fraction, _ := strings.Cut(string(data), ".")
	c, err := strconv.ParseInt(whole+fraction, 10, 64)
	if err != nil || len(fraction) > maxScale {
		return fmt.Errorf("target: %q is no decimal of 18 digits", data)
	}
	*d = normal(c, len(fraction))
	return nil
}
