/// Dovecot for one test run: passwords in a file, Maildirs in the folder, no rights needed.
struct DovecotConfiguration {
    let folder: String
    let port: UInt16
    let tlsPort: UInt16
    let account: ServiceAccount
    let certificates: TestCertificates

    var text: String {
        """
        base_dir = \(folder)/run
        state_dir = \(folder)/state
        log_path = \(folder)/dovecot.log
        protocols = imap
        listen = 127.0.0.1
        ssl = yes
        ssl_cert = <\(certificates.certificate)
        ssl_key = <\(certificates.key)
        disable_plaintext_auth = no
        auth_mechanisms = plain login
        default_internal_user = \(account.userName)
        default_internal_group = \(account.groupName)
        default_login_user = \(account.userName)
        first_valid_uid = 1
        mail_location = maildir:\(folder)/mail/%u
        mailbox_list_index = no
        maildir_very_dirty_syncs = no
        passdb {
          driver = passwd-file
          args = scheme=PLAIN \(folder)/passwords
        }
        userdb {
          driver = static
          args = uid=\(account.user) gid=\(account.group) home=\(folder)/home/%u
        }
        service anvil {
          chroot =
        }
        service stats {
          chroot =
        }
        service imap-login {
          chroot =
          inet_listener imap {
            port = \(port)
          }
          inet_listener imaps {
            port = \(tlsPort)
            ssl = yes
          }
        }
        """ + "\n"
    }
}
