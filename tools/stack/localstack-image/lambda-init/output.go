package main

import (
	"fmt"
	"io"
	"log"
	"os"
)

// output collects what the runtime writes. It is a file without a name, not a pipe: what was written before an answer
// can be read when the answer arrives.
type output struct {
	file  *os.File
	taken int64 // bytes
}

func newOutput() *output {
	file, err := os.CreateTemp("", "output")
	if err != nil {
		log.Fatal(err)
	}
	_ = os.Remove(file.Name())
	return &output{file: file}
}

func (o *output) print(format string, values ...any) {
	fmt.Fprintf(o.file, format, values...)
}

// endLine ends a line that the runtime left open.
func (o *output) endLine() {
	end, _ := o.file.Seek(0, io.SeekCurrent)
	last := []byte{'\n'}
	if end > o.taken {
		_, _ = o.file.ReadAt(last, end-1)
	}
	if last[0] != '\n' {
		o.print("\n")
	}
}

// take returns what was not taken before.
func (o *output) take() string {
	end, _ := o.file.Seek(0, io.SeekCurrent)
	text := make([]byte, end-o.taken)
	n, _ := o.file.ReadAt(text, o.taken)
	o.taken += int64(n)
	return string(text[:n])
}
