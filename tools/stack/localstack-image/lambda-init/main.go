// Command lambda-init is the first process in the container of a function. It receives invocations from LocalStack,
// runs the runtime of the function, serves the Lambda runtime API to it, and reports logs and results to LocalStack.
//
// Not supported: extensions, X-Ray, response streaming, and dropping root privileges.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"time"
)

const (
	invokeAddress  = ":9563" // where LocalStack sends invocations
	defaultTimeout = 900     // seconds, Lambda's maximum
	defaultLimit   = 6291556 // bytes of a result, Lambda's maximum
)

// invocation is the body of a request from LocalStack.
type invocation struct {
	ID      string `json:"invoke-id"`
	ARN     string `json:"invoked-function-arn"`
	Payload string `json:"payload"`
	Trace   string `json:"trace-id"`
}

// result is the result of an invocation or, without an id, of a start.
type result struct {
	id     string
	body   []byte
	failed bool
}

func failure(id, kind, message string) result {
	body, _ := json.Marshal(map[string]string{"errorType": kind, "errorMessage": message})
	return result{id, body, true}
}

// localStack is the executor that started this container.
type localStack struct {
	endpoint, id string
}

func (l localStack) report(path string, body []byte) {
	response, err := http.Post(l.endpoint+path, "application/json", bytes.NewReader(body))
	if err != nil {
		log.Printf("cannot report %s: %v", path, err)
		return
	}
	_ = response.Body.Close()
	if response.StatusCode >= 400 {
		log.Printf("the report of %s was answered with %s", path, response.Status)
	}
}

func (l localStack) ready() {
	l.report("/status/"+l.id+"/ready", nil)
}

func (l localStack) startFailed(r result) {
	l.report("/status/"+l.id+"/error", r.body)
}

func (l localStack) finished(id, logs string, r result) {
	text, _ := json.Marshal(map[string]string{"logs": logs})
	l.report("/invocations/"+id+"/logs", text)
	kind := "/response"
	if r.failed {
		kind = "/error"
	}
	l.report("/invocations/"+id+kind, r.body)
}

// endWith stops this container after LocalStack has ended, because a killed LocalStack does not stop its functions.
func (l localStack) endWith() {
	endpoint, err := url.Parse(l.endpoint)
	if err != nil {
		return
	}
	for missed := 0; missed < 3; time.Sleep(time.Second) {
		missed++
		if connection, err := net.DialTimeout("tcp", endpoint.Host, time.Second); err == nil {
			_ = connection.Close()
			missed = 0
		}
	}
	log.Print("LocalStack has ended")
	os.Exit(0)
}

// function is the function that this container runs.
type function struct {
	version, memory string
	timeout         time.Duration
	limit           int // bytes of a result
	output          *output
	runtime         *runtime // nil after it ended
	peak            int      // peak memory of the runtime in megabytes
}

// start starts a runtime and waits until it requests its first invocation. It returns nil on success, else the failure.
func (f *function) start() *result {
	r, err := startRuntime(f.output.file, f.limit)
	if err != nil {
		failed := failure("", "Runtime.InvalidEntrypoint", err.Error())
		return &failed
	}
	select {
	case <-r.asked:
		f.runtime = r
		return nil
	case failed := <-r.results:
		r.kill()
		return &failed
	case <-r.ended:
		failed := r.lastResult("", ": "+f.output.take())
		return &failed
	}
}

// run processes an invocation; like Lambda it starts a new runtime if the previous one has ended.
func (f *function) run(i invocation) result {
	if f.runtime == nil || f.runtime.hasEnded() {
		if failed := f.start(); failed != nil {
			return *failed
		}
	}
	r, usable := f.runtime.invoke(i, f.timeout)
	f.peak = f.runtime.peakMegabytes()
	if !usable {
		f.runtime.kill()
		f.runtime = nil
	}
	return r
}

// invoke returns the log of an invocation in the form of Lambda, and the result.
func (f *function) invoke(i invocation) (string, result) {
	f.output.print("START RequestId: %s Version: %s\n", i.ID, f.version)
	began := time.Now()
	r := f.run(i)
	took := float64(time.Since(began).Microseconds()) / 1000
	f.output.endLine()
	f.output.print("END RequestId: %s\n", i.ID)
	f.output.print("REPORT RequestId: %s\tDuration: %.2f ms\tMemory Size: %s MB\tMax Memory Used: %d MB\n",
		i.ID, took, f.memory, f.peak)
	return f.output.take(), r
}

// invocations receives the invocations from LocalStack, one at a time.
func invocations() <-chan invocation {
	incoming := make(chan invocation, 1)
	mux := http.NewServeMux()
	mux.HandleFunc("POST /invoke", func(out http.ResponseWriter, in *http.Request) {
		var i invocation
		if err := json.NewDecoder(in.Body).Decode(&i); err != nil {
			http.Error(out, err.Error(), http.StatusBadRequest)
			return
		}
		incoming <- i
		_, _ = io.WriteString(out, "OK")
	})
	go func() { log.Fatal(http.ListenAndServe(invokeAddress, mux)) }()
	return incoming
}

func setting(name string, otherwise int) int {
	if value, err := strconv.Atoi(os.Getenv(name)); err == nil {
		return value
	}
	return otherwise
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("lambda-init: ")
	l := localStack{os.Getenv("LOCALSTACK_RUNTIME_ENDPOINT"), os.Getenv("LOCALSTACK_RUNTIME_ID")}
	go l.endWith()
	incoming := invocations()
	f := &function{
		version: os.Getenv("AWS_LAMBDA_FUNCTION_VERSION"),
		memory:  os.Getenv("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"),
		timeout: time.Duration(setting("AWS_LAMBDA_FUNCTION_TIMEOUT", defaultTimeout)) * time.Second,
		limit:   setting("LOCALSTACK_MAX_PAYLOAD_SIZE", defaultLimit),
		output:  newOutput(),
	}
	if failed := f.start(); failed != nil {
		l.startFailed(*failed)
		os.Exit(1)
	}
	l.ready()
	for i := range incoming {
		logs, r := f.invoke(i)
		fmt.Print(logs)
		l.finished(i.ID, logs, r)
	}
}
