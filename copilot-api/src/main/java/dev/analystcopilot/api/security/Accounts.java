package dev.analystcopilot.api.security;

import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.TokenStore;
import dev.analystcopilot.knowledge.postgres.TokenStore.Kind;
import dev.analystcopilot.knowledge.postgres.TokenStore.Token;
import dev.analystcopilot.knowledge.postgres.UserStore;
import dev.analystcopilot.knowledge.postgres.UserStore.User;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Users, passwords and tokens. Everything here may block but [#remembered].
public final class Accounts {
    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);
    private static final Duration SESSION = Duration.ofHours(12);
    private static final Duration ONE_TIME = Duration.ofDays(7);
    private static final Duration API = Duration.ofDays(365);
    private static final int CALLERS_REMEMBERED = 4_096;
    private static final String BUILT_IN = "lead";
    private static final Set<Role> BUILT_IN_ROLES = Set.of(Role.ANALYST, Role.LEAD, Role.ADMIN);

    private final UserStore users;
    private final TokenStore tokens;
    private final String tenant;
    private final Clock clock;
    private final LoginThrottle throttle;
    private final CallerMemory memory;

    /// For who looks up nobody: remembers nothing.
    ///
    /// @param tenant whose alerts the built-in login works on
    public Accounts(Database database, String tenant, Clock clock) {
        this(database, tenant, clock, Duration.ZERO);
    }

    /// @param tenant whose alerts the built-in login works on
    /// @param remembered how long a token that was found good need not be looked up again
    public Accounts(Database database, String tenant, Clock clock, Duration remembered) {
        this.users = database.users();
        this.tokens = database.tokens();
        this.tenant = tenant;
        this.clock = clock;
        this.throttle = new LoginThrottle(clock);
        this.memory = new CallerMemory(remembered, CALLERS_REMEMBERED, clock);
    }

    /// A token for the built-in login that signs in once.
    public String issueOneTime() {
        return issue(builtIn(), Kind.ONE_TIME, ONE_TIME);
    }

    /// A token for the command line of whoever started the service; the one before stops working.
    public String issueForCommandLine() {
        var caller = new Caller("command-line", tenant, BUILT_IN_ROLES);
        tokens.revokeAll(Scope.analyst(tenant), caller.login());
        memory.forgetAll(tenant, caller.login());
        return issue(caller, Kind.API, API);
    }

    /// A token for a program, such as one that delivers alerts.
    public String issueForProgram(String login, Set<Role> roles) {
        return issue(new Caller(login, tenant, roles), Kind.API, API);
    }

    /// A token for a person's own programs, with that person's roles; it ends when the person's password changes or the
    /// person is removed.
    ///
    /// @return empty if there is no such person in this tenant
    public Optional<String> issueForUser(String login, Duration lifetime) {
        return users.find(login)
                .filter(user -> user.tenant().equals(tenant))
                .map(user -> issue(new Caller(login, tenant, roles(user.roles())), Kind.API, lifetime));
    }

    /// A person of this tenant, for a door that has made sure in its own way who is there.
    public Optional<Caller> callerNamed(String login) {
        return users.find(login)
                .filter(user -> user.tenant().equals(tenant))
                .map(user -> new Caller(login, tenant, roles(user.roles())));
    }

    /// @throws ApiFailure.NotSignedIn if login and password do not belong together
    SignedIn signIn(String login, String password, String address) {
        throttle.check(login, address);
        Optional<User> user = users.find(login);
        boolean right = Passwords.matches(password, user.flatMap(User::passwordHash));
        if (!right || user.isEmpty()) {
            throttle.failed(login, address);
            LOG.info("Sign-in refused for an unknown login or a wrong password from {}", address);
            throw new ApiFailure.NotSignedIn("login and password do not match");
        }
        throttle.succeeded(login);
        return session(new Caller(login, user.get().tenant(), roles(user.get().roles())));
    }

    /// @throws ApiFailure.NotSignedIn if the token was used already, is unknown or has expired
    SignedIn redeem(String oneTime, String address) {
        throttle.check("one-time token from " + address, address);
        String hash = Secret.hash(oneTime);
        Optional<Token> token =
                tokens.find(hash).filter(found -> found.kind() == Kind.ONE_TIME).flatMap(found -> tokens.consume(hash));
        if (token.isEmpty()) {
            throttle.failed("one-time token from " + address, address);
            throw new ApiFailure.NotSignedIn(
                    "this address was used already or has expired: './copilot run' prints a fresh one");
        }
        return session(caller(token.get()));
    }

    /// Whoever holds this session or API token, if that was found out a moment ago; empty says nothing about the token.
    /// Does not block.
    Optional<Caller> remembered(String token) {
        return memory.of(Secret.hash(token));
    }

    /// Whoever holds this session or API token.
    Optional<Caller> callerOf(String token) {
        String hash = Secret.hash(token);
        long moment = memory.moment();
        Optional<Token> good = tokens.find(hash).filter(found -> found.kind() != Kind.ONE_TIME);
        good.ifPresent(found -> memory.keep(hash, caller(found), found.expiresAt(), moment));
        return good.map(Accounts::caller);
    }

    void signOut(String token) {
        String hash = Secret.hash(token);
        tokens.revoke(hash);
        memory.forget(hash);
    }

    private SignedIn session(Caller caller) {
        tokens.purgeExpired(Scope.analyst(caller.tenant()));
        LOG.info("{} signed in", caller.login());
        return new SignedIn(caller, issue(caller, Kind.SESSION, SESSION), SESSION);
    }

    private String issue(Caller caller, Kind kind, Duration lifetime) {
        String token = Secret.fresh();
        Set<String> roles = caller.roles().stream().map(Role::wireName).collect(Collectors.toSet());
        tokens.add(
                Scope.analyst(caller.tenant()),
                new Token(
                        caller.tenant(),
                        Secret.hash(token),
                        kind,
                        caller.login(),
                        roles,
                        clock.instant().plus(lifetime)));
        return token;
    }

    private Caller builtIn() {
        return new Caller(BUILT_IN, tenant, BUILT_IN_ROLES);
    }

    private static Caller caller(Token token) {
        return new Caller(token.login(), token.tenant(), roles(token.roles()));
    }

    private static Set<Role> roles(Set<String> names) {
        return names.stream().map(Role::ofWireName).collect(Collectors.toSet());
    }
}
