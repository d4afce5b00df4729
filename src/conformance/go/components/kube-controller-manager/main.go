// SPDX-License-Identifier: Apache-2.0

// Command kube-controller-manager answers with the flags of that component, of the minor version that its module file names; see package flags.
package main

import (
	"k8s.io/kubernetes/cmd/kube-controller-manager/app"

	"farstead/conformance/components/flags"
)

func main() {
	flags.Answer(app.NewControllerManagerCommand().Flags(), nil)
}
