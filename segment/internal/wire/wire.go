// Package wire writes and reads the numbers and strings of a snapshot. What is
// read may be anything: a Reader never panics and never takes more memory than
// the data has bytes.
package wire

import (
	"encoding/binary"
	"errors"
	"math"
)

// ErrShort says that the data ends too early or that a number in it is none.
var ErrShort = errors.New("data ends too early")

// ErrValue says that something in the data has a value that it cannot have.
var ErrValue = errors.New("impossible value")

// Writer appends to Data.
type Writer struct {
	Data []byte
}

// Uint writes a number of at most 63 bits.
func (w *Writer) Uint(n int) { w.Data = binary.AppendUvarint(w.Data, uint64(max(n, 0))) }

// Bytes writes a length and so many bytes.
func (w *Writer) Bytes(b []byte) {
	w.Uint(len(b))
	w.Data = append(w.Data, b...)
}

// String writes s as Bytes does.
func (w *Writer) String(s string) {
	w.Uint(len(s))
	w.Data = append(w.Data, s...)
}

// Reader reads from the front of Data. The first failure stays in Err, and all
// that is read after it is zero.
type Reader struct {
	Data []byte
	Err  error
}

// Fail notes err if nothing failed before.
func (r *Reader) Fail(err error) {
	if r.Err == nil {
		r.Err = err
	}
	r.Data = nil
}

// Check fails with [ErrValue] where ok is false.
func (r *Reader) Check(ok bool) {
	if !ok {
		r.Fail(ErrValue)
	}
}

// Uint reads a number of at most limit.
func (r *Reader) Uint(limit int) int {
	n, size := binary.Uvarint(r.Data)
	if size <= 0 {
		r.Fail(ErrShort)
		return 0
	}
	if limit < 0 || n > uint64(limit) {
		r.Fail(ErrValue)
		return 0
	}
	r.Data = r.Data[size:]
	return int(n)
}

// Uint32 reads a number of 32 bits that an int of any machine holds.
func (r *Reader) Uint32() uint32 { return uint32(r.Uint(math.MaxInt32)) }

// Count reads how many things follow, each of which takes at least size bytes.
func (r *Reader) Count(size int) int { return r.Uint(len(r.Data) / size) }

// Bytes reads what [Writer.Bytes] wrote, as part of Data.
func (r *Reader) Bytes() []byte {
	n := r.Count(1)
	if n > len(r.Data) {
		r.Fail(ErrShort)
		return nil
	}
	b := r.Data[:n:n]
	r.Data = r.Data[n:]
	return b
}

// String reads what [Writer.String] wrote.
func (r *Reader) String() string { return string(r.Bytes()) }
