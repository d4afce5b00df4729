// SPDX-License-Identifier: Apache-2.0

package main

import (
	"io"
	"strings"

	"github.com/spf13/cobra"
	"k8s.io/kubernetes/cmd/kubeadm/app/cmd"
	initphases "k8s.io/kubernetes/cmd/kubeadm/app/cmd/phases/init"
	joinphases "k8s.io/kubernetes/cmd/kubeadm/app/cmd/phases/join"
)

// phases lists what kubeadm init and kubeadm join can skip, by the section that names it: a phase within another stands behind the name of
// that one and a slash. `kubeadm … phase` has a command for each of them but for one that is hidden, which can be skipped all the same.
func phases() map[string][]string {
	kubeadm := cmd.NewKubeadmCommand(strings.NewReader(""), io.Discard, io.Discard)
	return map[string][]string{
		"initConfiguration": append(within(command(command(kubeadm, "init"), "phase"), ""),
			initphases.NewWaitControlPlanePhase().Name),
		"joinConfiguration": append(within(command(command(kubeadm, "join"), "phase"), ""),
			joinphases.NewCheckEtcdPhase().Name),
	}
}

func command(parent *cobra.Command, name string) *cobra.Command {
	for _, child := range parent.Commands() {
		if child.Name() == name {
			return child
		}
	}
	panic(parent.Name() + " has no command " + name)
}

func within(parent *cobra.Command, prefix string) []string {
	var found []string
	for _, child := range parent.Commands() {
		found = append(found, prefix+child.Name())
		found = append(found, within(child, prefix+child.Name()+"/")...)
	}
	return found
}
