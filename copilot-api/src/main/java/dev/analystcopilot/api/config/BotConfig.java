package dev.analystcopilot.api.config;

import dev.analystcopilot.api.bot.Bots;
import dev.analystcopilot.api.bot.Bots.Bot;
import dev.analystcopilot.api.bot.Threads;
import dev.analystcopilot.api.bot.platform.DingTalkBot;
import dev.analystcopilot.api.bot.platform.FeishuBot;
import dev.analystcopilot.api.bot.platform.Outgoing;
import dev.analystcopilot.api.bot.platform.SlackBot;
import dev.analystcopilot.api.bot.platform.TeamsBot;
import dev.analystcopilot.api.bot.platform.WeComBot;
import dev.analystcopilot.api.bot.platform.WeComCrypt;
import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.chat.AnswerService;
import dev.analystcopilot.api.client.Turnstile;
import dev.analystcopilot.api.security.Accounts;
import dev.analystcopilot.knowledge.postgres.Database;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The bots that are set up: a platform whose secrets are missing has none.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BotProperties.class)
class BotConfig {

    @Bean
    Bots bots(
            BotProperties settings,
            CopilotProperties properties,
            Database database,
            Accounts accounts,
            AnswerService answers,
            Turnstile turnstile,
            ReactiveBridge chatBridge,
            Clock clock) {
        var set = Stream.of(
                        slack(settings.slack(), clock),
                        teams(settings.teams(), clock),
                        dingTalk(settings.dingtalk(), clock),
                        feishu(settings.feishu(), clock),
                        weCom(settings.wecom(), clock))
                .flatMap(Optional::stream)
                .toList();
        return new Bots(
                set, properties.tenant(), new Threads(database, clock), accounts, answers, turnstile, chatBridge);
    }

    private static Optional<Bot> slack(BotProperties.Slack slack, Clock clock) {
        return BotProperties.both(slack.signingSecret(), slack.token())
                ? Optional.of(new Bot(
                        new SlackBot(slack.signingSecret(), slack.token(), slack.base(), only(slack.base()), clock),
                        slack.who().rights()))
                : Optional.empty();
    }

    private static Optional<Bot> teams(BotProperties.Teams teams, Clock clock) {
        return teams.secret().isBlank()
                ? Optional.empty()
                : Optional.of(
                        new Bot(new TeamsBot(teams.secret(), clock), teams.who().rights()));
    }

    private static Optional<Bot> dingTalk(BotProperties.DingTalk ding, Clock clock) {
        return ding.secret().isBlank()
                ? Optional.empty()
                : Optional.of(new Bot(
                        new DingTalkBot(ding.secret(), only(ding.base()), clock),
                        ding.who().rights()));
    }

    private static Optional<Bot> feishu(BotProperties.Feishu feishu, Clock clock) {
        var keys =
                new FeishuBot.Keys(feishu.appId(), feishu.appSecret(), feishu.encryptKey(), feishu.verificationToken());
        return BotProperties.both(keys.appId(), keys.appSecret())
                        && BotProperties.both(keys.encryptKey(), keys.verificationToken())
                ? Optional.of(new Bot(
                        new FeishuBot(keys, feishu.base(), only(feishu.base()), clock),
                        feishu.who().rights()))
                : Optional.empty();
    }

    private static Optional<Bot> weCom(BotProperties.WeCom wecom, Clock clock) {
        return BotProperties.both(wecom.token(), wecom.aesKey())
                        && !wecom.corpId().isBlank()
                ? Optional.of(new Bot(
                        new WeComBot(
                                new WeComCrypt(wecom.token(), wecom.aesKey(), wecom.corpId()),
                                only(wecom.base()),
                                clock),
                        wecom.who().rights()))
                : Optional.empty();
    }

    private static Outgoing only(String base) {
        return new Outgoing(Set.of(base));
    }
}
