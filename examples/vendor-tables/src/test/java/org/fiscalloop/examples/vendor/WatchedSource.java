package org.fiscalloop.examples.vendor;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A data source somebody watches: he sees every statement before and after it is executed, and may cut the connection. */
final class WatchedSource {
    static final String COMMIT = "commit";

    private WatchedSource() {}

    /** Whoever watches. What he throws is what the program hears. */
    interface Watcher {
        /** Before a statement, or {@value #COMMIT}, is executed on a connection. */
        void before(Connection connection, String sql) throws SQLException;

        /** After it has been executed, before the program hears of it. */
        default void after(Connection connection, String sql) throws SQLException {}
    }

    static DataSource of(DataSource source, Watcher watcher) {
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = call(source, method, arguments);
            return result instanceof Connection connection ? watched(connection, watcher) : result;
        });
    }

    /** The connection breaks as when a cable is pulled: the server rolls back what was not committed. */
    static SQLException cut(Connection connection) throws SQLException {
        connection.abort(Runnable::run);
        return new SQLException("the cable is pulled", "08006");
    }

    private static Connection watched(Connection connection, Watcher watcher) {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("commit")) {
                return around(connection, COMMIT, watcher, () -> call(connection, method, arguments));
            }
            Object result = call(connection, method, arguments);
            return result instanceof PreparedStatement statement
                    ? watched(connection, statement, (String) arguments[0], watcher)
                    : result;
        });
    }

    private static PreparedStatement watched(
            Connection connection, PreparedStatement statement, String sql, Watcher watcher) {
        return proxy(
                PreparedStatement.class,
                (method, arguments) -> method.getName().startsWith("execute")
                        ? around(connection, sql, watcher, () -> call(statement, method, arguments))
                        : call(statement, method, arguments));
    }

    private interface Call {
        Object make() throws Throwable;
    }

    private static Object around(Connection connection, String sql, Watcher watcher, Call call) throws Throwable {
        watcher.before(connection, sql);
        Object result = call.make();
        watcher.after(connection, sql);
        return result;
    }

    private interface Handler {
        Object invoke(Method method, Object[] arguments) throws Throwable;
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> handler.invoke(method, arguments)));
    }
}
