// SPDX-License-Identifier: Apache-2.0

// Command k3srender states what the k3s provider of agent 4.5.15 makes of a cluster section: the files below
// /etc/rancher/k3s/config.d and the proxy environment file.
//
// It restates, in our words, the behaviour of github.com/kairos-io/provider-k3s v4.5.1 (commit 030ab68b4cba,
// pkg/provider/provider.go and api/agent_config.go) on the YAML libraries that the provider uses, so that numbers,
// Booleans and reserved words turn out as they do on a node. One event a process, as the provider ends on bad input.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"reflect"
	"strings"

	"gopkg.in/yaml.v3"
	kyaml "sigs.k8s.io/yaml"
)

const (
	userFile     = "/etc/rancher/k3s/config.d/90_userdata.yaml"
	providerFile = "/etc/rancher/k3s/config.d/99_userdata.yaml"
	clusterNames = ".svc,.svc.cluster,.svc.cluster.local"
)

// event is what the agent tells the provider. NodeAddress stands for the first IPv4 interface address that is not
// loopback, in the form the kernel shows it: the address of the host with its prefix length, not the network.
type event struct {
	Role        string            `json:"role"`
	Token       string            `json:"token"`
	Host        string            `json:"host"`
	Config      string            `json:"config"`
	Env         map[string]string `json:"env"`
	NodeAddress string            `json:"nodeAddress"`
}

// agentKeys are the keys that reach a worker, with their types; all others are dropped without a message.
var agentKeys = map[string]any{
	"container-runtime-endpoint": "", "data-dir": "", "debug": false, "docker": false, "flannel-cni-conf-file": "",
	"flannel-conf": "", "flannel-iface": "", "kube-proxy-arg": []string{}, "kubelet-arg": []string{},
	"lb-server-port": 0, "node-external-ip": "", "node-ip": "", "node-label": []string{}, "node-name": "",
	"node-taint": []string{}, "pause-image": "", "private-registry": "", "protect-kernel-defaults": false,
	"resolv-conf": "", "selinux": false, "server": "", "snapshotter": "", "token": "", "token-file": "",
	"with-node-id": "",
}

func main() {
	log.SetFlags(0)
	var told event
	if err := json.NewDecoder(os.Stdin).Decode(&told); err != nil {
		log.Fatalf("event: %v", err)
	}
	if err := json.NewEncoder(os.Stdout).Encode(render(told)); err != nil {
		log.Fatal(err)
	}
}

// render gives file contents by path.
func render(told event) map[string]string {
	user := told.Config
	settings := map[string]any{"token": told.Token}
	envFile := "/etc/default/k3s"
	switch told.Role {
	case "init":
		settings["cluster-init"] = true
		settings["tls-san"] = []string{told.Host}
	case "controlplane":
		settings["server"] = "https://" + told.Host + ":6443"
		settings["tls-san"] = []string{told.Host}
	case "worker":
		settings["server"] = "https://" + told.Host + ":6443"
		user = forWorker(told.Config)
		envFile = "/etc/default/k3s-agent"
	default:
		log.Fatalf("no such role: %q", told.Role)
	}
	provided, err := json.Marshal(settings)
	if err != nil {
		log.Fatal(err)
	}
	files := map[string]string{userFile: toJSON(user), providerFile: string(provided)}
	if env := environment(told); env != "" {
		files[envFile] = env
	}
	return files
}

// forWorker keeps the agent keys. A value of another type ends the process; false, 0, "" and [] are left out.
func forWorker(config string) string {
	var fields []reflect.StructField
	for key, example := range agentKeys {
		fields = append(fields, reflect.StructField{
			Name: "K_" + strings.ReplaceAll(key, "-", "_"),
			Type: reflect.TypeOf(example),
			Tag:  reflect.StructTag(`yaml:"` + key + `,omitempty"`),
		})
	}
	kept := reflect.New(reflect.StructOf(fields)).Interface()
	if err := yaml.Unmarshal([]byte(config), kept); err != nil {
		log.Fatalf("worker: %v", err)
	}
	text, err := yaml.Marshal(kept)
	if err != nil {
		log.Fatal(err)
	}
	return string(text)
}

// toJSON gives empty text for what is not YAML, as the provider does, and null for empty text.
func toJSON(text string) string {
	converted, err := kyaml.YAMLToJSON([]byte(text))
	if err != nil {
		return ""
	}
	return string(converted)
}

// environment joins KEY=value lines; empty text means that there is no file.
func environment(told event) string {
	defaults := defaultNoProxy(told)
	var lines []string
	add := func(key, value string) {
		lines = append(lines, key+"="+value, "CONTAINERD_"+key+"="+value)
	}
	noProxy := ""
	for _, key := range []string{"HTTP_PROXY", "HTTPS_PROXY"} {
		if value := told.Env[key]; value != "" {
			add(key, value)
			noProxy = defaults
		}
	}
	if own := told.Env["NO_PROXY"]; own != "" {
		noProxy += "," + own
	}
	if noProxy != "" {
		add("NO_PROXY", noProxy)
	}
	return strings.Join(lines, "\n")
}

// defaultNoProxy is computed with or without a proxy, so missing ranges end the process in both cases.
func defaultNoProxy(told event) string {
	var config map[string]any
	if err := json.Unmarshal([]byte(toJSON(told.Config)), &config); err != nil {
		log.Fatalf("cluster.config: %v", err)
	}
	var parts []string
	if config != nil {
		for _, key := range []string{"cluster-cidr", "service-cidr"} {
			cidr, isText := config[key].(string)
			if !isText {
				log.Fatalf("cluster.config: %s must be there, as one string, or the provider panics", key)
			}
			if cidr != "" {
				parts = append(parts, cidr)
			}
		}
	}
	parts = append(parts, told.NodeAddress, clusterNames)
	return fmt.Sprintf(",%s", strings.Join(parts, ","))
}
