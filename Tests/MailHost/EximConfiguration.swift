/// Exim for one test run: takes mail from users who log in, delivers into Maildirs, bounces what
/// it cannot deliver, and refuses two addresses at once.
struct EximConfiguration {
    let folder: String
    let port: UInt16
    let tlsPort: UInt16
    let certificates: TestCertificates

    /// What `MailHost.treat` wrote for the recipient, looked up by what stands before its `+`.
    private var treatment: String {
        "${lookup{${extract{1}{+}{$local_part}}}lsearch{\(folder)/treatments}{$value}{}}"
    }

    var text: String {
        """
        keep_environment = LD_PRELOAD:LD_LIBRARY_PATH:NSS_WRAPPER_PASSWD:NSS_WRAPPER_GROUP
        add_environment = PATH=/usr/bin:/bin
        exim_path = \(folder)/exim4
        spool_directory = \(folder)/spool
        log_file_path = \(folder)/log/%slog
        pid_file_path = \(folder)/exim.pid
        primary_hostname = mail.desk.example
        domainlist local_domains = desk.example
        local_interfaces = 127.0.0.1
        daemon_smtp_ports = \(port) : \(tlsPort)
        tls_on_connect_ports = \(tlsPort)
        tls_advertise_hosts = *
        tls_certificate = \(certificates.certificate)
        tls_privatekey = \(certificates.key)
        host_lookup =
        rfc1413_query_timeout = 0s
        dns_again_means_nonexist = *
        acl_smtp_rcpt = check_recipient
        acl_smtp_data = accept

        begin acl
        check_recipient:
          deny recipients = permanent@reject.example
               message = 5.1.1 there is no such person
          defer recipients = transient@reject.example
                message = 4.7.1 please come back later
          deny condition = ${if eq{\(treatment)}{refuse}}
               message = 5.1.1 there is no such person
          defer condition = ${if eq{\(treatment)}{defer}}
                message = 4.7.1 please come back later
          accept authenticated = *
          accept domains = +local_domains
          deny message = 5.7.1 relaying is not permitted

        begin routers
        returned:
          driver = redirect
          condition = ${if eq{\(treatment)}{bounce}}
          allow_fail
          data = :fail: 550 5.1.1 there is no mailbox of that name
        known:
          driver = accept
          domains = +local_domains
          local_parts = lsearch;\(folder)/locals
          local_part_suffix = +*
          local_part_suffix_optional
          transport = mailbox
        unknown:
          driver = redirect
          domains = +local_domains : bounce.example
          allow_fail
          data = :fail: 550 5.1.1 there is no mailbox of that name
        elsewhere:
          driver = accept
          transport = sink

        begin transports
        mailbox:
          driver = appendfile
          directory = \(folder)/mail/${local_part_data}
          maildir_format
          delivery_date_add
          envelope_to_add
          return_path_add
        sink:
          driver = appendfile
          directory = \(folder)/mail/elsewhere
          maildir_format
          envelope_to_add
          return_path_add

        begin retry
        * * F,1h,5s

        begin authenticators
        plain:
          driver = plaintext
          public_name = PLAIN
          server_prompts = :
          server_condition = ${if eq{${lookup{$auth2}lsearch{\(folder)/secrets}{$value}fail}}{$auth3}}
          server_set_id = $auth2
        login:
          driver = plaintext
          public_name = LOGIN
          server_prompts = Username:: : Password::
          server_condition = ${if eq{${lookup{$auth1}lsearch{\(folder)/secrets}{$value}fail}}{$auth2}}
          server_set_id = $auth1
        """ + "\n"
    }

    /// The account names as Exim's C library shall see them.
    static func accounts(_ account: ServiceAccount) -> (passwd: String, group: String) {
        let passwd = """
            root:x:0:0::/:/bin/false
            Debian-exim:x:\(account.user):\(account.group)::/:/bin/false
            """
        return (passwd + "\n", "root:x:0:\nDebian-exim:x:\(account.group):\nmail:x:8:\n")
    }
}
