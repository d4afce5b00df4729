module farstead/conformance

go 1.23.0

require (
	github.com/joho/godotenv v1.5.1
	github.com/mudler/yip v1.10.0
	gopkg.in/yaml.v2 v2.4.0
	gopkg.in/yaml.v3 v3.0.1
	sigs.k8s.io/yaml v1.4.0
)

require (
	github.com/google/shlex v0.0.0-20191202100458-e7afc7fbc510 // indirect
	github.com/hashicorp/errwrap v1.1.0 // indirect
	github.com/hashicorp/go-multierror v1.1.1 // indirect
	github.com/itchyny/gojq v0.12.16 // indirect
	github.com/itchyny/timefmt-go v0.1.6 // indirect
	github.com/pkg/errors v0.9.1 // indirect
	github.com/twpayne/go-vfs/v4 v4.3.0 // indirect
	golang.org/x/sys v0.22.0 // indirect
)
