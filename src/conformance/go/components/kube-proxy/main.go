// SPDX-License-Identifier: Apache-2.0

// Command kube-proxy answers with the flags of that component, of the minor version that its module file names; see package flags.
package main

import (
	"k8s.io/kubernetes/cmd/kube-proxy/app"

	"farstead/conformance/components/flags"
)

func main() {
	flags.Answer(app.NewProxyCommand().Flags(), nil)
}
