/// The programs' version, as `--version` and the hello say it.
package let deskhandVersion = "0.1.0"
