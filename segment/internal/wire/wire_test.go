package wire_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/segment/internal/wire"
)

func TestRoundTrip(t *testing.T) {
	t.Parallel()
	var w wire.Writer
	w.Uint(0)
	w.Uint(math.MaxInt32)
	w.String("口岸")
	w.Bytes(nil)
	w.Uint(3)
	r := wire.Reader{Data: w.Data}
	require.Zero(t, r.Uint(0))
	require.EqualValues(t, math.MaxInt32, r.Uint32())
	require.Equal(t, "口岸", r.String())
	require.Empty(t, r.Bytes())
	require.Equal(t, 3, r.Uint(3))
	require.NoError(t, r.Err)
	require.Empty(t, r.Data)
}

func TestFailures(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		data []byte
		read func(r *wire.Reader)
		want error
	}{
		{"no data", nil, func(r *wire.Reader) { r.Uint(9) }, wire.ErrShort},
		{"half a number", []byte{0x80}, func(r *wire.Reader) { r.Uint(9) }, wire.ErrShort},
		{"a number that is too large", []byte{10}, func(r *wire.Reader) { r.Uint(9) }, wire.ErrValue},
		{"no number is right", []byte{0}, func(r *wire.Reader) { r.Uint(-1) }, wire.ErrValue},
		{"a string without its end", []byte{2, 'a'}, func(r *wire.Reader) { _ = r.String() }, wire.ErrShort},
		{"more things than bytes", []byte{2, 'a', 'b', 'c'}, func(r *wire.Reader) { r.Count(4) }, wire.ErrValue},
		{"a check", []byte{1}, func(r *wire.Reader) { r.Check(false) }, wire.ErrValue},
	} {
		r := wire.Reader{Data: tt.data}
		tt.read(&r)
		require.ErrorIs(t, r.Err, tt.want, tt.name)
		require.Zero(t, r.Uint(9), "nothing comes after a failure")
		r.Fail(wire.ErrShort)
		require.ErrorIs(t, r.Err, tt.want, "the first failure stays")
	}
}
