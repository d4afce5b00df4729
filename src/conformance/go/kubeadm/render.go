// SPDX-License-Identifier: Apache-2.0

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	kubelet "k8s.io/kubelet/config/v1beta1"
	bootstraptoken "k8s.io/kubernetes/cmd/kubeadm/app/apis/bootstraptoken/v1"
	kubeadm "k8s.io/kubernetes/cmd/kubeadm/app/apis/kubeadm/v1beta3"
	"k8s.io/kubernetes/cmd/kubeadm/app/constants"
	kyaml "sigs.k8s.io/yaml"
)

// event is what the agent tells the provider. Release is that of the provider; Resolved says whether systemd-resolved
// runs on the node.
type event struct {
	Release  string            `json:"release"`
	Role     string            `json:"role"`
	Token    string            `json:"token"`
	Host     string            `json:"host"`
	Config   string            `json:"config"`
	Env      map[string]string `json:"env"`
	Resolved bool              `json:"resolved"`
}

// sections is cluster.config. What does not fit these types is lost without a message, on a node as here.
type sections struct {
	Cluster kubeadm.ClusterConfiguration `json:"clusterConfiguration"`
	Init    kubeadm.InitConfiguration    `json:"initConfiguration"`
	Join    kubeadm.JoinConfiguration    `json:"joinConfiguration"`
	Kubelet kubelet.KubeletConfiguration `json:"kubeletConfiguration"`
}

// release is how provider releases differ in what they write.
type release struct {
	proxyDropIn      string
	oneProxyForBoth  bool // the kubelet's HTTPS_PROXY is the HTTP proxy
	allInClusterFile bool // cluster-config.yaml also holds the init and, on a joining node, the join configuration
}

// In our words: github.com/kairos-io/provider-kubeadm, stages/{init,join,proxy}.go and utils/{certs,defaults,proxy}.go.
var releases = map[string]release{
	"v4.4.1": {proxyDropIn: "/etc/systemd/system/containerd.service.d/http-proxy.conf", oneProxyForBoth: true},
	"v4.5.5": {proxyDropIn: "/run/systemd/system/containerd.service.d/http-proxy.conf", allInClusterFile: true},
}

func render(told event) answer {
	differs, known := releases[told.Release]
	if !known {
		return answer{Faults: []string{fmt.Sprintf("no such provider release: %q", told.Release)}}
	}
	var given sections
	if text, err := kyaml.YAMLToJSON([]byte(told.Config)); err == nil {
		_ = json.Unmarshal(text, &given)
	}
	token := bootstrapToken(told.Token)
	endpoint := told.Host + ":6443"
	files := proxyFiles(told, differs, given.Cluster.Networking)
	completeCluster(&given.Cluster, told.Host, endpoint)
	completeKubelet(&given.Kubelet, given.Cluster.Networking.ServiceSubnet, told.Resolved)

	var first, beside []any
	switch told.Role {
	case "init":
		completed := given.Init
		completed.BootstrapTokens = []bootstraptoken.BootstrapToken{
			{Token: &token, TTL: &metav1.Duration{Duration: 0}},
		}
		completed.CertificateKey = digest(token.ID + "." + token.Secret)
		completed.LocalAPIEndpoint = advertised(completed.LocalAPIEndpoint)
		first = []any{&given.Cluster, &completed, &given.Kubelet}
		beside = []any{&given.Cluster, &given.Init}
	case "controlplane", "worker":
		// The completed copy goes to kubeadm.yaml; cluster-config.yaml shows what was given, into which a controlPlane
		// section that was given has been completed too, as both share it.
		completed := given.Join
		if completed.Discovery.BootstrapToken == nil {
			completed.Discovery.BootstrapToken = &kubeadm.BootstrapTokenDiscovery{
				Token: token.ID + "." + token.Secret, APIServerEndpoint: endpoint, UnsafeSkipCAVerification: true,
			}
		}
		if told.Role == "controlplane" {
			asControlPlane(&completed, digest(token.ID+"."+token.Secret), differs)
		}
		first = []any{&completed}
		if given.Join.ControlPlane != nil {
			given.Init.LocalAPIEndpoint = given.Join.ControlPlane.LocalAPIEndpoint
		}
		beside = []any{&given.Cluster, &given.Init, &given.Join}
	default:
		return answer{Faults: []string{fmt.Sprintf("no such role: %q", told.Role)}}
	}
	files["/opt/kubeadm/kubeadm.yaml"] = documents(first)
	if told.Role != "worker" {
		if !differs.allInClusterFile {
			beside = beside[:1]
		}
		files["/opt/kubeadm/cluster-config.yaml"] = documents(beside)
		files["/opt/kubeadm/kubelet-config.yaml"] = documents([]any{&given.Kubelet})
	}
	return answer{Faults: []string{}, Files: files}
}

// bootstrapToken is cut from the digest of the cluster token: its end, then its beginning.
func bootstrapToken(clusterToken string) bootstraptoken.BootstrapTokenString {
	whole := digest(clusterToken)
	return bootstraptoken.BootstrapTokenString{ID: whole[len(whole)-6:], Secret: whole[:16]}
}

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// asControlPlane drops a controlPlane section that was given, in releases in which the provider makes its own.
func asControlPlane(join *kubeadm.JoinConfiguration, key string, differs release) {
	if join.ControlPlane == nil || !differs.allInClusterFile {
		join.ControlPlane = &kubeadm.JoinControlPlane{}
	}
	join.ControlPlane.CertificateKey = key
	join.ControlPlane.LocalAPIEndpoint = advertised(join.ControlPlane.LocalAPIEndpoint)
}

func advertised(given kubeadm.APIEndpoint) kubeadm.APIEndpoint {
	if given.AdvertiseAddress == "" {
		given.AdvertiseAddress = "0.0.0.0"
	}
	return given
}

func completeCluster(cluster *kubeadm.ClusterConfiguration, host, endpoint string) {
	there := false
	for _, name := range cluster.APIServer.CertSANs {
		there = there || name == host
	}
	if !there {
		cluster.APIServer.CertSANs = append(cluster.APIServer.CertSANs, host)
	}
	cluster.ControlPlaneEndpoint = endpoint
	setIfEmpty(&cluster.ImageRepository, "registry.k8s.io")
	cluster.TypeMeta = metav1.TypeMeta{APIVersion: "kubeadm.k8s.io/v1beta3", Kind: "ClusterConfiguration"}
}

func completeKubelet(config *kubelet.KubeletConfiguration, services string, resolved bool) {
	config.TypeMeta = metav1.TypeMeta{APIVersion: "kubelet.config.k8s.io/v1beta1", Kind: "KubeletConfiguration"}
	setIfEmpty(&config.StaticPodPath, "/etc/kubernetes/manifests")
	if config.ClusterDNS == nil {
		config.ClusterDNS = []string{"10.96.0.10"}
		if address, err := constants.GetDNSIP(services); err == nil {
			config.ClusterDNS = []string{address.String()}
		}
	}
	setIfEmpty(&config.ClusterDomain, "cluster.local")
	setIfEmpty(&config.Authentication.X509.ClientCAFile, "/etc/kubernetes/pki/ca.crt")
	setIfAbsent(&config.Authentication.Anonymous.Enabled, false)
	setIfAbsent(&config.Authentication.Webhook.Enabled, true)
	setIfEmpty(&config.Authorization.Mode, kubelet.KubeletAuthorizationModeWebhook)
	setIfEmpty(&config.HealthzBindAddress, "127.0.0.1")
	setIfAbsent(&config.HealthzPort, 10248)
	for period, seconds := range map[*metav1.Duration]int{
		&config.ShutdownGracePeriod: 120, &config.ShutdownGracePeriodCriticalPods: 60,
	} {
		if period.Duration == 0 {
			period.Duration = time.Duration(seconds) * time.Second
		}
	}
	config.RotateCertificates = true
	setIfEmpty(&config.CgroupDriver, "systemd")
	if resolved {
		setIfAbsent(&config.ResolverConfig, "/run/systemd/resolve/resolv.conf")
	}
}

func setIfEmpty[T ~string](field *T, value T) {
	if *field == "" {
		*field = value
	}
}

func setIfAbsent[T any](field **T, value T) {
	if *field == nil {
		*field = &value
	}
}

// proxyFiles are always written; they are empty without a proxy.
func proxyFiles(told event, differs release, network kubeadm.Networking) map[string]string {
	http, https := told.Env["HTTP_PROXY"], told.Env["HTTPS_PROXY"]
	files := map[string]string{"/etc/default/kubelet": "", differs.proxyDropIn: ""}
	if http == "" && https == "" {
		return files
	}
	without := network.PodSubnet
	if network.ServiceSubnet != "" {
		without += "," + network.ServiceSubnet
	}
	without += ",.svc,.svc.cluster,.svc.cluster.local"
	if own := told.Env["NO_PROXY"]; own != "" {
		without += "," + own
	}
	forKubelet := https
	if differs.oneProxyForBoth {
		forKubelet = http
	}
	files["/etc/default/kubelet"] = strings.Join(settings("%s=%s", http, forKubelet, without), "\n")
	dropIn := settings("Environment=\"%s=%s\"", http, https, without)
	files[differs.proxyDropIn] = strings.Join(append([]string{"[Service]"}, dropIn...), "\n")
	return files
}

func settings(format, http, https, without string) (lines []string) {
	for _, setting := range [][2]string{{"HTTP_PROXY", http}, {"HTTPS_PROXY", https}, {"NO_PROXY", without}} {
		if setting[1] != "" {
			lines = append(lines, fmt.Sprintf(format, setting[0], setting[1]))
		}
	}
	return lines
}

// documents names the kinds and writes them one after the other.
func documents(objects []any) string {
	var texts []string
	for _, object := range objects {
		switch typed := object.(type) {
		case *kubeadm.InitConfiguration:
			typed.TypeMeta = metav1.TypeMeta{APIVersion: "kubeadm.k8s.io/v1beta3", Kind: "InitConfiguration"}
		case *kubeadm.JoinConfiguration:
			typed.TypeMeta = metav1.TypeMeta{APIVersion: "kubeadm.k8s.io/v1beta3", Kind: "JoinConfiguration"}
		}
		text, err := kyaml.Marshal(object)
		if err != nil {
			panic(err)
		}
		texts = append(texts, string(text))
	}
	return strings.Join(texts, "---\n")
}
