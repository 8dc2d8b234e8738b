"""An SQS queue on this machine for the tests: moto's server with its signature check switched on.

Prints one line of JSON with the queue's address and the keys of a user who may read it and nothing
else. Then reads commands, one a line: `send TEXT` puts a message in, `count` prints how many there
are. Ends with its standard input.
"""

import json
import os
import sys

for name in list(os.environ):
    if name.startswith("AWS_") or name.lower().endswith("_proxy"):
        del os.environ[name]

import boto3  # noqa: E402
import moto.core  # noqa: E402
from moto.server import ThreadedMotoServer  # noqa: E402
from moto import settings  # noqa: E402
from moto.core.responses import ActionAuthenticatorMixin  # noqa: E402

REGION = "eu-west-1"


def main():
    import logging

    logging.getLogger("werkzeug").setLevel(logging.CRITICAL)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://127.0.0.1:{port}"
    open_door = dict(
        region_name=REGION, endpoint_url=endpoint,
        aws_access_key_id="setup", aws_secret_access_key="setup",
    )
    iam = boto3.client("iam", **open_door)
    sqs = boto3.client("sqs", **open_door)
    iam.create_user(UserName="desk")
    key = iam.create_access_key(UserName="desk")["AccessKey"]
    queue = sqs.create_queue(QueueName="desk")["QueueUrl"]
    queue = endpoint + "/" + "/".join(queue.split("/")[-2:])
    rights = {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Action": ["sqs:ReceiveMessage", "sqs:DeleteMessage"],
                "Resource": "*",
            }
        ],
    }
    iam.put_user_policy(
        UserName="desk", PolicyName="read", PolicyDocument=json.dumps(rights))
    # From here on every call is checked, except those that this program makes from within.
    ActionAuthenticatorMixin.request_count = 0
    settings.INITIAL_NO_AUTH_ACTION_COUNT = 0
    from moto.sqs.models import sqs_backends
    from moto.core import DEFAULT_ACCOUNT_ID

    backend = sqs_backends[DEFAULT_ACCOUNT_ID][REGION]
    print(
        json.dumps(
            {
                "queue": queue, "region": REGION, "key": key["AccessKeyId"],
                "secret": key["SecretAccessKey"],
            }),
        flush=True)
    for line in sys.stdin:
        command, _, text = line.rstrip("\n").partition(" ")
        if command == "send":
            backend.send_message("desk", text)
            print("sent", flush=True)
        elif command == "count":
            print(len(backend.queues["desk"]._messages), flush=True)
    server.stop()


main()
