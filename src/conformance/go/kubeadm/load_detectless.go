// SPDX-License-Identifier: Apache-2.0

//go:build detectless

package main

import "k8s.io/kubernetes/cmd/kubeadm/app/util/config"

// The container runtime's socket is the node's: nothing is looked for on this machine.
var options = config.LoadOrDefaultConfigurationOptions{SkipCRIDetect: true}

func loadInit(path string) error {
	_, err := config.LoadInitConfigurationFromFile(path, options)
	return err
}

func loadJoin(path string) error {
	_, err := config.LoadJoinConfigurationFromFile(path, options)
	return err
}
