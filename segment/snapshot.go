package segment

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"

	"github.com/qiaotoubao/fangan/segment/internal/index"
	"github.com/qiaotoubao/fangan/segment/internal/wire"
)

// SnapshotError reports that a snapshot of an [Index] cannot be read.
type SnapshotError struct {
	Err error // one of the Err… values below, or the reader's error
}

// What may be wrong with a snapshot.
var (
	ErrNoSnapshot = errors.New("not a snapshot of an index")
	ErrVersion    = errors.New("snapshot of another version")
	ErrDamaged    = errors.New("snapshot is damaged")
	ErrOtherIndex = errors.New("snapshot of an index with other field weights")
)

func (e *SnapshotError) Error() string { return "segment: " + e.Err.Error() }

// Unwrap returns the error behind e.
func (e *SnapshotError) Unwrap() error { return e.Err }

// A snapshot is the magic line, the version as one byte, the body, and the
// SHA-256 of all that.
const (
	snapshotMagic   = "fangan index\n"
	snapshotVersion = 1
)

// WriteTo writes a snapshot of the index, from which [ReadIndex] makes one that
// gives the same results. Searches go on meanwhile, changes wait while the
// snapshot is put together in memory. It returns the bytes written and the error
// of w.
func (x *Index) WriteTo(w io.Writer) (int64, error) {
	n, err := w.Write(x.snapshot())
	if err != nil {
		return int64(n), fmt.Errorf("segment: write: %w", err)
	}
	return int64(n), nil
}

func (x *Index) snapshot() []byte {
	w := wire.Writer{Data: append([]byte(snapshotMagic), snapshotVersion)}
	x.core.Write(&w)
	sum := sha256.Sum256(w.Data)
	return append(w.Data, sum[:]...)
}

// ReadIndex reads what [Index.WriteTo] wrote, of an index that was made with the
// same options. An error is a [*SnapshotError], or one of [NewIndex]. No data,
// damaged or made up, makes it panic or take more memory than in proportion to
// its size, and damage is never read as an index. It takes a few nanoseconds a
// byte.
func ReadIndex(r io.Reader, o *IndexOptions) (*Index, error) {
	x, err := NewIndex(o)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(r)
	if err == nil {
		err = x.read(data)
	}
	if err != nil {
		return nil, &SnapshotError{err}
	}
	return x, nil
}

func (x *Index) read(data []byte) error {
	rest, ok := bytes.CutPrefix(data, []byte(snapshotMagic))
	switch {
	case !ok:
		return ErrNoSnapshot
	case len(rest) == 0:
		return ErrDamaged
	case rest[0] != snapshotVersion:
		return ErrVersion
	case len(rest) < 1+sha256.Size:
		return ErrDamaged
	}
	end := len(data) - sha256.Size
	if sha256.Sum256(data[:end]) != [sha256.Size]byte(data[end:]) {
		return ErrDamaged
	}
	err := x.core.Read(rest[1 : len(rest)-sha256.Size])
	switch {
	case errors.Is(err, index.ErrWeights):
		return ErrOtherIndex
	case err != nil:
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return nil
}
