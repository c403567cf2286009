package main

import (
	"fmt"
	"io"
	"log"
	"os"
)

// output collects the output of the runtime. It is an unlinked file instead of a pipe, so that everything written
// before a response can be read when the response arrives.
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

// endLine adds a line break unless the output ends with one.
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

// take returns the output since the previous call.
func (o *output) take() string {
	end, _ := o.file.Seek(0, io.SeekCurrent)
	text := make([]byte, end-o.taken)
	n, _ := o.file.ReadAt(text, o.taken)
	o.taken += int64(n)
	return string(text[:n])
}
