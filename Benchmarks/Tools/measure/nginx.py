"""The peer and the canned source: nginx, one worker each, as fast as it can be set."""

from .processes import Served, free_port

COMMON = """
daemon off; worker_processes 1; pid {folder}/{name}.pid; error_log {folder}/{name}.log error;
{modules}
events {{ worker_connections 1024; }}
http {{
    access_log off; keepalive_requests 1000000000; keepalive_timeout 1h; tcp_nodelay on;
    client_body_temp_path {folder}/{name}-body; proxy_temp_path {folder}/{name}-proxy;
    fastcgi_temp_path {folder}/{name}-fastcgi; uwsgi_temp_path {folder}/{name}-uwsgi;
    scgi_temp_path {folder}/{name}-scgi; client_body_buffer_size 64k;
    ssl_protocols TLSv1.2 TLSv1.3; ssl_verify_client on;
{server}
}}
"""

SOURCE = """
    server {{
        listen 127.0.0.1:{port} ssl; server_name localhost;
        ssl_certificate {certificates}/source-server.pem;
        ssl_certificate_key {certificates}/source-server-key.pem;
        ssl_client_certificate {certificates}/sources-ca.pem;
        root {folder}; types {{ }} default_type "text/xml; charset=utf-8";
        # A static file answers GET alone; a POST gets the same file.
        location = /retrieveTI {{ error_page 405 =200 /answer.xml; return 405; }}
        location = /answer.xml {{ error_page 405 =200 $uri; open_file_cache max=4; }}
    }}
"""

PROXY = """
    upstream source {{ server 127.0.0.1:{source}; keepalive 64; keepalive_requests 1000000000; }}
    server {{
        listen 127.0.0.1:{port} ssl; server_name localhost;
        ssl_certificate {certificates}/gateway-server.pem;
        ssl_certificate_key {certificates}/gateway-server-key.pem;
        ssl_client_certificate {certificates}/applications-ca.pem;
        location / {{
            proxy_pass https://source; proxy_http_version 1.1; proxy_set_header Connection "";
            proxy_set_header Host localhost; proxy_ssl_server_name on; proxy_ssl_name localhost;
            proxy_ssl_protocols TLSv1.2 TLSv1.3;
            proxy_ssl_certificate {certificates}/gateway-client.pem;
            proxy_ssl_certificate_key {certificates}/gateway-client-key.pem;
            proxy_ssl_trusted_certificate {certificates}/sources-ca.pem; proxy_ssl_verify on;
        }}
    }}
"""


def start(name, server, folder, certificates, **more):
    port = free_port()
    values = dict(folder=folder, certificates=certificates, port=port, name=name, modules="", **more)
    text = COMMON.format(server=server.format(**values), **values)
    path = folder / f"{name}.conf"
    path.write_text(text)
    served = Served(name, ["nginx", "-e", folder / f"{name}.log", "-c", path], folder)
    served.wait_for_port(port)
    return served, port
