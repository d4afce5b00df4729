// SPDX-License-Identifier: Apache-2.0

//go:build !detectless

package main

import "k8s.io/kubernetes/cmd/kubeadm/app/util/config"

func loadInit(path string) error {
	_, err := config.LoadInitConfigurationFromFile(path)
	return err
}

func loadJoin(path string) error {
	_, err := config.LoadJoinConfigurationFromFile(path)
	return err
}
