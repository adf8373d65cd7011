// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

// Performs requests with Go's net/http, as its users write them.
//
//	goclient --version   prints the version of Go
//	goclient             reads a job a line from stdin: {"id", "method", "url", "fields": [[name, value]], "body": text or
//	                     null}; prints {"id", "status"} or {"id", "error"} for each
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"runtime"
	"strings"
)

type job struct {
	ID     string      `json:"id"`
	Method string      `json:"method"`
	URL    string      `json:"url"`
	Fields [][2]string `json:"fields"`
	Body   *string     `json:"body"`
}

type outcome struct {
	ID     string `json:"id"`
	Status int    `json:"status,omitempty"`
	Error  string `json:"error,omitempty"`
}

func perform(job job) (int, error) {
	var body io.Reader
	if job.Body != nil {
		body = strings.NewReader(*job.Body)
	}
	request, err := http.NewRequest(job.Method, job.URL, body)
	if err != nil {
		return 0, err
	}
	for _, field := range job.Fields {
		request.Header.Add(field[0], field[1])
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0, err
	}
	defer answer.Body.Close()
	_, err = io.Copy(io.Discard, answer.Body)
	return answer.StatusCode, err
}

func main() {
	if len(os.Args) > 1 && os.Args[1] == "--version" {
		fmt.Println(strings.TrimPrefix(runtime.Version(), "go"))
		return
	}
	input, output := json.NewDecoder(os.Stdin), json.NewEncoder(os.Stdout)
	for {
		var next job
		if err := input.Decode(&next); err == io.EOF {
			return
		} else if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		result := outcome{ID: next.ID}
		status, err := perform(next)
		if err != nil {
			result.Error = err.Error()
		} else {
			result.Status = status
		}
		if err := output.Encode(result); err != nil {
			os.Exit(1)
		}
	}
}
