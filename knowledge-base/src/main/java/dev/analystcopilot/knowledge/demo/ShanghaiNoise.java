package dev.analystcopilot.knowledge.demo;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.demo.OcsfFinding.Product;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// The Shanghai office, whose products report in Chinese.
final class ShanghaiNoise implements Story {

    @Override
    public Part part() {
        return Part.NOISE;
    }

    @Override
    public void tell(Window window, Dice dice, Consumer<Draft> out) {
        for (int i = 0; i < 120; i++) {
            out.accept(login(window.working(dice, Office.SHANGHAI), dice));
        }
        for (int i = 0; i < 55; i++) {
            out.accept(failedLogin(window.working(dice, Office.SHANGHAI), dice));
        }
        for (int i = 0; i < 60; i++) {
            out.accept(quarantine(window.working(dice, Office.SHANGHAI), dice));
        }
        for (int i = 0; i < 50; i++) {
            out.accept(signatureUpdate(window.anytime(dice), dice));
        }
        for (int i = 0; i < 60; i++) {
            out.accept(category(window.working(dice, Office.SHANGHAI), dice));
        }
        for (int i = 0; i < 25; i++) {
            out.accept(unwanted(window.working(dice, Office.SHANGHAI), dice));
        }
    }

    private static Draft login(Instant time, Dice dice) {
        Person person = dice.pick(Site.SHANGHAI_STAFF);
        return WazuhAlert.of(time, dice.pick(List.of(Site.DIRECTORY_SHA, Site.FILES_SHA)), 60_106, 3, "Windows 登录成功")
                .groups("windows", "windows_security", "authentication_success")
                .windows(
                        "Security",
                        4624,
                        "targetUserName",
                        person.login(),
                        "targetDomainName",
                        "EXAMPLE",
                        "logonType",
                        "3",
                        "ipAddress",
                        person.workstation().ip(),
                        "workstationName",
                        person.workstation().name())
                .draft();
    }

    private static Draft failedLogin(Instant time, Dice dice) {
        Person person = dice.pick(Site.SHANGHAI_STAFF);
        return WazuhAlert.of(time, Site.DIRECTORY_SHA, 60_122, 5, "Windows 登录失败：用户名或密码错误")
                .groups("windows", "windows_security", "authentication_failed")
                .mitre("T1110", "Brute Force", "Credential Access")
                .windows(
                        "Security",
                        4625,
                        "targetUserName",
                        person.login(),
                        "targetDomainName",
                        "EXAMPLE",
                        "logonType",
                        "3",
                        "status",
                        "0xc000006d",
                        "ipAddress",
                        person.workstation().ip(),
                        "workstationName",
                        person.workstation().name())
                .draft();
    }

    private static Draft quarantine(Instant time, Dice dice) {
        Person person = dice.pick(Site.SHANGHAI_STAFF);
        String subject = dice.pick(List.of("关于补缴社保的通知", "您的快递无法派送", "电子发票已开具", "邮箱容量不足提醒"));
        return OcsfFinding.of(time, Product.MAIL_GATEWAY, "bulk-phish-score", Severity.LOW, "邮件网关：疑似钓鱼邮件已隔离")
                .attack("T1566", "Phishing", "TA0001", "Initial Access")
                .email("notice@mail.example.net", person.mailbox(), subject)
                .quarantined()
                .draft();
    }

    private static Draft signatureUpdate(Instant time, Dice dice) {
        Machine machine = dice.pick(Site.SHANGHAI_STAFF).workstation();
        return OcsfFinding.of(time, Product.ENDPOINT, "signature-update", Severity.INFORMATIONAL, "终端防护：病毒库已更新")
                .message("病毒库版本 %d".formatted(dice.between(26_000, 27_500)))
                .device(machine)
                .draft();
    }

    private static Draft category(Instant time, Dice dice) {
        Person person = dice.pick(Site.SHANGHAI_STAFF);
        return OcsfFinding.of(time, Product.PROXY, "category-block", Severity.INFORMATIONAL, "上网行为管理：访问视频网站被拦截")
                .device(person.workstation())
                .person(person)
                .source(person.workstation().ip(), dice.port())
                .url("https://stream.example.net/", "stream.example.net")
                .blocked()
                .draft();
    }

    private static Draft unwanted(Instant time, Dice dice) {
        Person person = dice.pick(Site.SHANGHAI_STAFF);
        return OcsfFinding.of(time, Product.ENDPOINT, "pua-generic", Severity.LOW, "终端防护：已隔离捆绑安装软件")
                .device(person.workstation())
                .person(person)
                .file("C:\\Users\\%s\\Downloads\\下载器.exe".formatted(person.login()), dice.sha256())
                .quarantined()
                .draft();
    }
}
