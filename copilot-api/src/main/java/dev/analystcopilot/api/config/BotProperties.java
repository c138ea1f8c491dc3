package dev.analystcopilot.api.config;

import dev.analystcopilot.api.bot.Rights;
import dev.analystcopilot.api.security.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The bots' settings. None prints a secret.
@ConfigurationProperties("copilot.bots")
record BotProperties(
        @DefaultValue Slack slack,
        @DefaultValue Teams teams,
        @DefaultValue DingTalk dingtalk,
        @DefaultValue Feishu feishu,
        @DefaultValue WeCom wecom) {

    static boolean both(String one, String other) {
        return !one.isBlank() && !other.isBlank();
    }

    /// @param role of everyone there; `staff` unless said otherwise
    /// @param users `platform id=login` of people with rights of their own
    /// @param rooms channels or groups in which alerts may be spoken of
    record Who(
            @DefaultValue("staff") String role,
            @DefaultValue List<String> users,
            @DefaultValue List<String> rooms) {
        Who {
            users = List.copyOf(users);
            rooms = List.copyOf(rooms);
        }

        Rights rights() {
            Map<String, String> logins = new LinkedHashMap<>();
            for (String pair : users) {
                int at = pair.lastIndexOf('=');
                if (at < 1 || at == pair.length() - 1) {
                    throw new IllegalStateException("a bot's 'users' are pairs such as U024BE7LH=lin");
                }
                logins.put(pair.substring(0, at).strip(), pair.substring(at + 1).strip());
            }
            return new Rights(Role.ofWireName(role.strip().toLowerCase(Locale.ROOT)), logins, Set.copyOf(rooms));
        }
    }

    record Slack(
            @DefaultValue("") String signingSecret,
            @DefaultValue("") String token,
            @DefaultValue("https://slack.com") String base,
            @DefaultValue Who who) {
        @Override
        public String toString() {
            return "Slack[" + who + "]";
        }
    }

    record Teams(
            @DefaultValue("") String secret, @DefaultValue Who who) {
        @Override
        public String toString() {
            return "Teams[" + who + "]";
        }
    }

    record DingTalk(
            @DefaultValue("") String secret,
            @DefaultValue("https://oapi.dingtalk.com") String base,
            @DefaultValue Who who) {
        @Override
        public String toString() {
            return "DingTalk[" + who + "]";
        }
    }

    record Feishu(
            @DefaultValue("") String appId,
            @DefaultValue("") String appSecret,
            @DefaultValue("") String encryptKey,
            @DefaultValue("") String verificationToken,
            @DefaultValue("https://open.feishu.cn") String base,
            @DefaultValue Who who) {
        @Override
        public String toString() {
            return "Feishu[" + who + "]";
        }
    }

    record WeCom(
            @DefaultValue("") String token,
            @DefaultValue("") String aesKey,
            @DefaultValue("") String corpId,
            @DefaultValue("https://qyapi.weixin.qq.com") String base,
            @DefaultValue Who who) {
        @Override
        public String toString() {
            return "WeCom[" + who + "]";
        }
    }
}
