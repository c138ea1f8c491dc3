package dev.analystcopilot.knowledge.demo;

import dev.analystcopilot.knowledge.demo.Machine.Os;
import java.util.ArrayList;
import java.util.List;

/// The invented company: its machines, people and addresses (RFC 1918 and RFC 5737 ranges, example domains only).
final class Site {
    static final String DOMAIN = "corp.example.com";

    static final Machine SHOP = new Machine("shop-web-01", "10.20.5.11", "011", Os.LINUX, Office.BERLIN);
    static final Machine SHOP_DB = new Machine("shop-db-01", "10.20.5.21", "012", Os.LINUX, Office.BERLIN);
    static final Machine WIKI = new Machine("wiki-01", "10.20.6.15", "013", Os.LINUX, Office.BERLIN);
    static final Machine GIT = new Machine("git-01", "10.20.6.20", "014", Os.LINUX, Office.BERLIN);
    static final Machine CI = new Machine("ci-01", "10.20.6.21", "015", Os.LINUX, Office.BERLIN);
    static final Machine MAIL = new Machine("mail-gw-01", "10.20.5.30", "016", Os.LINUX, Office.BERLIN);
    static final Machine DNS = new Machine("dns-01", "10.20.2.53", "017", Os.LINUX, Office.BERLIN);
    static final Machine BACKUP = new Machine("backup-01", "10.20.7.10", "018", Os.LINUX, Office.BERLIN);
    static final Machine MONITOR = new Machine("monitor-01", "10.20.7.12", "019", Os.LINUX, Office.BERLIN);
    static final Machine FILES = new Machine("fs-ber-01", "10.20.3.40", "021", Os.WINDOWS, Office.BERLIN);
    static final Machine DIRECTORY = new Machine("dc-ber-01", "10.20.2.10", "022", Os.WINDOWS, Office.BERLIN);
    static final Machine ERP = new Machine("erp-01", "10.20.3.50", "023", Os.WINDOWS, Office.BERLIN);
    static final Machine JUMP = new Machine("jump-01", "10.20.7.5", "024", Os.WINDOWS, Office.BERLIN);
    static final Machine FILES_SHA = new Machine("fs-sha-01", "10.60.3.40", "031", Os.WINDOWS, Office.SHANGHAI);
    static final Machine DIRECTORY_SHA = new Machine("dc-sha-01", "10.60.2.10", "032", Os.WINDOWS, Office.SHANGHAI);
    static final Machine SCANNER = new Machine("vuln-scan-01", "198.51.100.20", "040", Os.LINUX, Office.BERLIN);

    static final List<Machine> LINUX_SERVERS = List.of(SHOP, SHOP_DB, WIKI, GIT, CI, MAIL, DNS, BACKUP, MONITOR);
    static final List<Machine> WINDOWS_SERVERS = List.of(FILES, DIRECTORY, ERP, JUMP);
    static final List<Machine> SCANNED =
            List.of(SHOP, SHOP_DB, WIKI, GIT, CI, MAIL, DNS, BACKUP, FILES, DIRECTORY, ERP);

    static final List<String> ADMINS = List.of("adm.vogel", "adm.lindner", "adm.chen");

    static final List<Person> BERLIN_STAFF = staff(
            Office.BERLIN,
            "ws-ber-",
            "10.20.20.",
            101,
            "m.keller",
            "a.schulz",
            "j.weber",
            "s.hoffmann",
            "t.becker",
            "l.wagner",
            "k.neumann",
            "p.richter",
            "e.fischer",
            "d.braun",
            "n.krause",
            "v.lange",
            "h.arnold",
            "c.seidel",
            "o.frank",
            "r.simon");

    static final List<Person> SHANGHAI_STAFF = staff(
            Office.SHANGHAI,
            "ws-sha-",
            "10.60.20.",
            131,
            "li.na",
            "wang.wei",
            "zhang.min",
            "chen.jie",
            "liu.yang",
            "zhao.lei",
            "sun.hao",
            "xu.ting");

    /// Finance, Berlin: the person whose password is phished in the mail intrusion.
    static final Person VICTIM = BERLIN_STAFF.get(3);

    /// Addresses on the internet that knock every day.
    static final List<String> CRAWLERS = List.of(
            "192.0.2.11", "192.0.2.34", "192.0.2.58", "192.0.2.90", "203.0.113.9", "203.0.113.24", "203.0.113.130");

    private Site() {}

    private static List<Person> staff(
            Office office, String hostPrefix, String network, int firstAgent, String... logins) {
        var people = new ArrayList<Person>();
        for (int i = 0; i < logins.length; i++) {
            var host = hostPrefix + "%03d".formatted(i + 11);
            var agent = "%03d".formatted(firstAgent + i);
            people.add(new Person(logins[i], new Machine(host, network + (i + 11), agent, Os.WINDOWS, office)));
        }
        return List.copyOf(people);
    }
}
