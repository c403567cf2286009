package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

const (
	bootstrap = "/var/runtime/bootstrap"
	apiPath   = "/2018-06-01/runtime/"
)

// runtime is a process that runs the code of the function, with a runtime API of its own, so that late requests of an
// ended process cannot be mistaken for those of the next one.
type runtime struct {
	process  *exec.Cmd
	api      *http.Server
	limit    int
	work     chan invocation
	deadline time.Time // of the current invocation
	asking   sync.Once
	asked    chan struct{} // closed when the process requests its first invocation
	results  chan result
	ended    chan struct{} // closed when the process has ended
}

func startRuntime(output *os.File, limit int) (*runtime, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	r := &runtime{
		process: exec.Command(bootstrap),
		limit:   limit,
		work:    make(chan invocation),
		asked:   make(chan struct{}),
		results: make(chan result, 1),
		ended:   make(chan struct{}),
	}
	r.api = &http.Server{Handler: r.routes()}
	r.process.Dir = "/var/task"
	r.process.Env = append(environment(), "AWS_LAMBDA_RUNTIME_API="+listener.Addr().String())
	r.process.Stdout, r.process.Stderr = output, output
	r.process.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := r.process.Start(); err != nil {
		_ = listener.Close()
		return nil, err
	}
	go func() { _ = r.api.Serve(listener) }()
	go func() {
		_ = r.process.Wait()
		close(r.ended)
		_ = r.api.Close()
	}()
	return r, nil
}

// environment is the environment of this container without variables that Lambda does not set.
func environment() []string {
	var kept []string
	for _, entry := range os.Environ() {
		internal := strings.HasPrefix(entry, "LOCALSTACK_") && !strings.HasPrefix(entry, "LOCALSTACK_HOSTNAME=")
		if !internal && !strings.HasPrefix(entry, "AWS_LAMBDA_FUNCTION_TIMEOUT=") {
			kept = append(kept, entry)
		}
	}
	return kept
}

// invoke also returns whether the runtime can be used again.
func (r *runtime) invoke(i invocation, timeout time.Duration) (result, bool) {
	r.deadline = time.Now().Add(timeout)
	overdue := time.After(timeout)
	work := r.work
	for {
		select {
		case work <- i:
			work = nil
		case done := <-r.results:
			if done.id == i.ID { // not a late result of an earlier invocation
				return done, true
			}
		case <-r.ended:
			return r.lastResult(i.ID, ""), false
		case <-overdue:
			return failure(i.ID, "Sandbox.Timedout",
				fmt.Sprintf("RequestId: %s Error: Task timed out after %.2f seconds", i.ID, timeout.Seconds())), false
		}
	}
}

// lastResult is the result of a process that has ended: its last response, or how it ended.
func (r *runtime) lastResult(id, details string) result {
	select {
	case last := <-r.results:
		if last.id == id {
			return last
		}
	default:
	}
	how := "Runtime exited without providing a reason"
	if state := r.process.ProcessState; !state.Success() {
		how = "Runtime exited with error: " + state.String()
	}
	if id != "" {
		how = "RequestId: " + id + " Error: " + how
	}
	return failure(id, "Runtime.ExitError", how+details)
}

func (r *runtime) kill() {
	_ = syscall.Kill(-r.process.Process.Pid, syscall.SIGKILL)
	<-r.ended
}

func (r *runtime) hasEnded() bool {
	select {
	case <-r.ended:
		return true
	default:
		return false
	}
}

// peakMegabytes is the peak memory of the process in megabytes, 0 if it has ended.
func (r *runtime) peakMegabytes() int {
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", r.process.Process.Pid))
	var kilobytes int
	if _, after, found := strings.Cut(string(status), "VmHWM:"); found {
		_, _ = fmt.Sscan(after, &kilobytes)
	}
	return kilobytes / 1024
}

func (r *runtime) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+apiPath+"invocation/next", func(out http.ResponseWriter, in *http.Request) {
		r.asking.Do(func() { close(r.asked) })
		select {
		case i := <-r.work:
			out.Header().Set("Content-Type", "application/json")
			out.Header().Set("Lambda-Runtime-Aws-Request-Id", i.ID)
			out.Header().Set("Lambda-Runtime-Invoked-Function-Arn", i.ARN)
			out.Header().Set("Lambda-Runtime-Trace-Id", i.Trace)
			out.Header().Set("Lambda-Runtime-Deadline-Ms", strconv.FormatInt(r.deadline.UnixMilli(), 10))
			_, _ = io.WriteString(out, i.Payload)
		case <-in.Context().Done():
		}
	})
	mux.HandleFunc("POST "+apiPath+"invocation/{id}/response", r.answer(false))
	mux.HandleFunc("POST "+apiPath+"invocation/{id}/error", r.answer(true))
	mux.HandleFunc("POST "+apiPath+"init/error", r.answer(true))
	return mux
}

func (r *runtime) answer(failed bool) http.HandlerFunc {
	return func(out http.ResponseWriter, in *http.Request) {
		body, err := io.ReadAll(in.Body)
		if err != nil {
			return
		}
		if len(body) > r.limit {
			r.results <- failure(in.PathValue("id"), "Function.ResponseSizeTooLarge",
				fmt.Sprintf("Response payload size exceeded maximum allowed payload size (%d bytes).", r.limit))
			out.WriteHeader(http.StatusRequestEntityTooLarge)
			return
		}
		r.results <- result{in.PathValue("id"), body, failed}
		out.WriteHeader(http.StatusAccepted)
	}
}
